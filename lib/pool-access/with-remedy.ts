import { loginProvider } from '../login-providers/login-provider.ts'
import type { AccessSettings } from './schema.ts'

/** What an address opens a form for: the check's id and what of the pool it is about. */
export type Remedy = {
  fix: string
  subject: string
  /** The form shows the remedy as a change. */
  proposes: boolean
  /** The finding in words: its title, what the form then says that it has changed, and what to do. */
  about: { title: string; done: string; todo: string } | null
}

/** Not a finding: the form is only opened at its subject. */
export const PLACE = 'place'

/** Not a finding either: what a token needs, an app client of a user pool. Its subject is the mapping's key of that. */
export const ADD_CLIENT = 'add-app-client'

/** An app client by its key among role mappings; null for any other text. */
export function clientOfKey(key: string): { providerName: string; clientId: string } | null {
  const { kind, login, clientId } = loginProvider(key)
  return kind === 'user-pool' && clientId !== null ? { providerName: login, clientId } : null
}

/** The settings with a finding's remedy in them, as changes that are not saved yet; as they are for any other text. */
export function withRemedy(
  settings: AccessSettings,
  { fix, subject }: Pick<Remedy, 'fix' | 'subject'>,
): AccessSettings {
  switch (fix) {
    case ADD_CLIENT: {
      const client = clientOfKey(subject)
      return client === null || settings.userPools.some((one) => subject === `${one.providerName}:${one.clientId}`)
        ? settings
        : { ...settings, userPools: [...settings.userPools, { ...client, serverSideTokenCheck: true }] }
    }
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
