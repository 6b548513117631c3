import { hasRoles, ownTags, taggedOnly, type Snapshot } from '../code/snapshot.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { MASKED } from '../pools/provider-secrets.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { unwrap } from '../result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'

export type NewPlace = { connectionId: string; region: string; name: string }

/** What is made, one call each: the pool with its tags, its roles, each provider's principal tags. */
export type MakingStep = { key: string; label: string }

/** How far a making came; one that failed goes on from here and makes nothing twice. */
export type Making = { poolId: string | null; done: string[] }

export function makingSteps({ roles, principalTags }: Snapshot): MakingStep[] {
  return [
    { key: 'pool', label: 'Pool, login providers and tags' },
    ...(hasRoles(roles) ? [{ key: 'roles', label: 'Roles and role mappings' }] : []),
    ...taggedOnly(principalTags).map(({ provider }) => ({
      key: `tags ${provider}`,
      label: `Principal tags of ${provider}`,
    })),
  ]
}

/**
 * Makes a pool as the snapshot says, from where an earlier attempt stopped. `secrets` are the hidden ends of login
 * providers' values. `made` hears of each step that worked. Throws the failure of the first that did not.
 */
export async function makePool(
  { connectionId, region, name }: NewPlace,
  { pool, roles, principalTags }: Snapshot,
  secrets: Record<string, string>,
  before: Making,
  made: (making: Making) => void,
): Promise<Making> {
  let making = before
  const step = async (key: string, run: (poolId: string) => Promise<{ poolId?: string }>) => {
    if (making.done.includes(key)) return
    const { poolId = null } = await run(making.poolId ?? '')
    making = { poolId: making.poolId ?? poolId, done: [...making.done, key] }
    made(making)
  }
  await step('pool', () =>
    unwrap(
      createIdentityPool({
        connectionId,
        region,
        name,
        allowUnauthenticated: pool.allowUnauthenticated,
        classicFlow: pool.classicFlow,
        developerProviderName: pool.developerProviderName ?? '',
        loginProviders: withSecrets(pool.loginProviders, secrets),
        userPools: pool.userPools,
        oidcProviderArns: pool.oidcProviderArns,
        samlProviderArns: pool.samlProviderArns,
        tags: Object.fromEntries(ownTags(pool)),
      }),
    ),
  )
  if (hasRoles(roles))
    await step('roles', async (poolId) => {
      const target = { connectionId, poolId }
      const { authenticated, unauthenticated, mappings } = roles
      const { fingerprint } = await unwrap(getIdentityPoolRoles({ pool: target }))
      await unwrap(
        setIdentityPoolRoles({ pool: target, seen: fingerprint, roles: { authenticated, unauthenticated, mappings } }),
      )
      return {}
    })
  for (const { provider, useDefaults, tags } of taggedOnly(principalTags))
    await step(`tags ${provider}`, async (poolId) => {
      const target = { connectionId, poolId }
      await unwrap(setPrincipalTagAttributeMap({ pool: target, provider, seen: null, useDefaults, tags }))
      return {}
    })
  return making
}

const withSecrets = (providers: Record<string, string>, secrets: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(providers).map(([provider, value]) => [
      provider,
      value.replace(MASKED, () => secrets[provider] ?? ''),
    ]),
  )
