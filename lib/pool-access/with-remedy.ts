import { loginProvider } from '../login-providers/login-provider.ts'
import type { AccessSettings } from './schema.ts'

/** A finding that a form is opened for: the check's id and what of the pool it is about. */
export type Remedy = { fix: string; subject: string }

/** Not a finding: the form is only opened at its subject. */
export const PLACE = 'place'

/** The finding or the place that an address names, or null. */
export function namedRemedy({ fix, subject, at }: Record<string, string | string[] | undefined>): Remedy | null {
  if (typeof fix === 'string') return { fix, subject: typeof subject === 'string' ? subject : '' }
  return typeof at === 'string' ? { fix: PLACE, subject: at } : null
}

/** The settings with a finding's remedy in them, as changes that are not saved yet; as they are for any other text. */
export function withRemedy(settings: AccessSettings, { fix, subject }: Remedy): AccessSettings {
  switch (fix) {
    case 'guest-access':
      return { ...settings, allowUnauthenticated: false }
    case 'classic-flow-on':
    case 'classic-flow-unset':
      return { ...settings, classicFlow: 'off' }
    case 'token-check-off':
      return { ...settings, userPools: settings.userPools.map((one) => checked(one, subject)) }
    case 'developer-provider-missing':
      return { ...settings, developerProviderName: settings.developerProviderName || subject }
    case 'twitter-secret':
      return { ...settings, twitter: { ...settings.twitter, consumerKey: '' } }
    case 'retired-provider':
      return {
        ...settings,
        loginProviders: settings.loginProviders.map((one) =>
          loginProvider(one.name).retired ? { ...one, value: '' } : one,
        ),
      }
    default:
      return settings
  }
}

function checked(one: AccessSettings['userPools'][number], subject: string) {
  const named = subject === '' || subject === `${one.providerName}:${one.clientId}`
  return named ? { ...one, serverSideTokenCheck: true } : one
}
