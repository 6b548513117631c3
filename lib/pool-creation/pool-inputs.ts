import { hasRoles, ownTags, taggedOnly, type Snapshot } from '../code/snapshot.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'

export type NewPlace = { connectionId: string; region: string; name: string }

/** What `createIdentityPool` takes; `secrets` are the hidden ends of login providers' values. */
export const createInput = (place: NewPlace, { pool }: Snapshot, secrets: Record<string, string>) => ({
  ...place,
  allowUnauthenticated: pool.allowUnauthenticated,
  classicFlow: pool.classicFlow,
  developerProviderName: pool.developerProviderName ?? '',
  loginProviders: withSecrets(pool.loginProviders, secrets),
  userPools: pool.userPools,
  oidcProviderArns: pool.oidcProviderArns,
  samlProviderArns: pool.samlProviderArns,
  tags: ownTags(pool.tags),
})

/** The roles to set afterwards, or null when there are none. */
export function rolesInput({ roles }: Snapshot): RoleSettings | null {
  const { authenticated, unauthenticated, mappings } = roles
  return hasRoles(roles) ? { authenticated, unauthenticated, mappings } : null
}

/** The principal tags to set afterwards. */
export const principalTagInputs = ({ principalTags }: Snapshot): PrincipalTags[] => taggedOnly(principalTags)

const withSecrets = (providers: Record<string, string>, secrets: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(providers).map(([provider, value]) => [
      provider,
      value.replace(MASKED, () => secrets[provider] ?? ''),
    ]),
  )
