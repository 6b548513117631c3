import { loginProvider } from '../login-providers/login-provider.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { Claims } from '../roles/claims.ts'

/** What the service maps by default. */
const DEFAULTS: PrincipalTags['tags'] = { client: 'aud', username: 'sub' }

/**
 * The principal tags that claims of a provider give a session, as condition keys. A tag whose claim is not there is not
 * known: the role itself may have it.
 */
export function sessionTagFacts(
  maps: readonly PrincipalTags[],
  provider: string,
  claims: Claims,
): Record<string, string[]> {
  const { kind, login } = loginProvider(provider)
  const name = kind === 'user-pool' ? login : provider
  const { useDefaults = false, tags = {} } = maps.find((map) => map.provider === name) ?? {}
  return Object.fromEntries(
    Object.entries(useDefaults ? DEFAULTS : tags).flatMap(([tag, claim]) => {
      const value = Object.hasOwn(claims, claim) ? [claims[claim]].flat()[0] : undefined
      const isText = typeof value === 'string' || typeof value === 'number'
      return isText ? [[`aws:PrincipalTag/${tag}`, [String(value)]]] : []
    }),
  )
}
