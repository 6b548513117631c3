import { hasRoles, ownTags, taggedOnly, type Snapshot } from '../code/snapshot.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { eachSetting } from '../pools/each-setting.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'

export type NewPlace = { connectionId: string; region: string; name: string }

/** A pool to make, and where. `secrets` are the hidden ends of login providers' values. */
export type MakingPlan = { place: NewPlace; snapshot: Snapshot; secrets: Record<string, string> }

/** What `createIdentityPool` takes. */
export const createInput = ({ place, snapshot: { pool }, secrets }: MakingPlan) => ({
  ...eachSetting((key) => pool[key]),
  ...place,
  loginProviders: withSecrets(pool.loginProviders, secrets),
  tags: ownTags(pool.tags),
})

/** The roles to set afterwards, or null when there are none. */
export function rolesInput({ roles }: Snapshot): RoleSettings | null {
  const { authenticated, unauthenticated, mappings } = roles
  return hasRoles(roles) ? { authenticated, unauthenticated, mappings } : null
}

/** The principal tags to set afterwards. */
export const principalTagInputs = ({ principalTags }: Snapshot): PrincipalTags[] =>
  taggedOnly(principalTags).map(({ provider, useDefaults, tags }) => ({ provider, useDefaults, tags }))

const withSecrets = (providers: Record<string, string>, secrets: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(providers).map(([provider, value]) => [
      provider,
      value.replace(MASKED, () => secrets[provider] ?? ''),
    ]),
  )
