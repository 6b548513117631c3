import type { FieldPath } from 'react-hook-form'
import { loginProvider } from '../login-providers/login-provider.ts'
import { TWITTER } from '../login-providers/public-providers.ts'
import type { AccessSettings } from './schema.ts'
import { ADD_CLIENT, clientOfKey, PLACE, type Remedy } from './with-remedy.ts'

type Named = Pick<Remedy, 'fix' | 'subject'>

/** The field that a finding is about, or of a login provider or setting that is named; null where there is none. */
export function accessPlace(settings: AccessSettings, { fix, subject }: Named): FieldPath<AccessSettings> | null {
  switch (fix) {
    case PLACE:
      return namedPlace(settings, subject)
    case ADD_CLIENT: {
      const at = settings.userPools.findIndex((one) => subject === keyOf(one))
      return clientOfKey(subject) && `userPools.${at < 0 ? settings.userPools.length : at}.clientId`
    }
    case 'guest-access':
      return 'allowUnauthenticated'
    case 'classic-flow-on':
    case 'classic-flow-unset':
      return 'classicFlow'
    case 'developer-provider-missing':
      return 'developerProviderName'
    case 'twitter-secret':
      return 'twitter.consumerKey'
    case 'token-check-off': {
      const at = settings.userPools.findIndex((one) => !one.serverSideTokenCheck && subject === keyOf(one))
      return at < 0 ? null : `userPools.${at}.serverSideTokenCheck`
    }
    case 'retired-provider': {
      const at = settings.loginProviders.findIndex(({ name, value }) => loginProvider(name).retired && value !== '')
      return at < 0 ? null : `loginProviders.${at}.value`
    }
    default:
      return null
  }
}

const keyOf = ({ providerName, clientId }: AccessSettings['userPools'][number]) => `${providerName}:${clientId}`

function namedPlace(settings: AccessSettings, at: string): FieldPath<AccessSettings> | null {
  if (at === 'allowUnauthenticated' || at === 'developerProviderName') return at
  if (at === TWITTER) return 'twitter.consumerKey'
  const userPool = settings.userPools.findIndex((one) => at === keyOf(one))
  if (userPool >= 0) return `userPools.${userPool}.providerName`
  const social = settings.loginProviders.findIndex(({ name }) => name === at)
  if (social >= 0) return `loginProviders.${social}.value`
  for (const name of ['oidcProviderArns', 'samlProviderArns'] as const) {
    const row = settings[name].findIndex(({ arn }) => arn === at)
    if (row >= 0) return `${name}.${row}.arn`
  }
  return null
}
