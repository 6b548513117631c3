import { TWITTER } from '../login-providers/public-providers.ts'
import type { FieldPath } from 'react-hook-form'
import type { AccessSettings } from './schema.ts'
import { PLACE, type Remedy } from './with-remedy.ts'

/** The field of a login provider, by its key among role mappings, or of a setting, by its name; null for a finding. */
export function accessPlace(settings: AccessSettings, { fix, subject: at }: Remedy): FieldPath<AccessSettings> | null {
  if (fix !== PLACE) return null
  if (at === 'allowUnauthenticated' || at === 'developerProviderName') return at
  if (at === TWITTER) return 'twitter.consumerKey'
  const userPool = settings.userPools.findIndex(({ providerName, clientId }) => at === `${providerName}:${clientId}`)
  if (userPool >= 0) return `userPools.${userPool}.providerName`
  const social = settings.loginProviders.findIndex(({ name }) => name === at)
  if (social >= 0) return `loginProviders.${social}.value`
  for (const name of ['oidcProviderArns', 'samlProviderArns'] as const) {
    const row = settings[name].findIndex(({ arn }) => arn === at)
    if (row >= 0) return `${name}.${row}.arn`
  }
  return null
}
