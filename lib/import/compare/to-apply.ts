import { snapshotFacts, type PoolSnapshot } from '../../code/snapshot.ts'
import type { StoredConfiguration } from '../../history/stored-configuration.ts'
import { bySetting } from '../../pools/each-setting.ts'
import { poolFields } from '../../pools/pool-fields.ts'
import { isReservedTag } from '../../pools/reserved-tag.ts'
import type { PoolSettings } from '../../pools/pool-settings.ts'
import { principalTagFacts, type PrincipalTags } from '../../principal-tags/principal-tags.ts'
import { roleFacts } from '../../roles/role-facts.ts'
import type { RoleSettings } from '../../roles/pool-roles.ts'
import { diffFacts, type Fact } from '../../facts/facts.ts'
import type { CompletedPool } from '../described/completed-pool.ts'
import { untoldRows } from './compare-told.ts'

/** What a pool is to have so that it is as a text describes it, by kind; what the text does not tell stays as it is. */
export function toApply({ snapshot: told, gaps }: CompletedPool, present: PoolSnapshot): StoredConfiguration[] {
  const untold = untoldRows(snapshotFacts(told), snapshotFacts(present), gaps)
  const pool = settingsToHave(told.pool, present.pool, untold)
  const roles = rolesToHave(told.roles, present.roles, untold)
  const { tags, ...settings } = pool
  const configurations: StoredConfiguration[] = [
    { kind: 'pool', pool: { ...settings, tags: present.pool.tags } },
    { kind: 'roles', roles },
    { kind: 'tags', tags },
    ...tagsToHave(told.principalTags, present.principalTags, untold).map((principalTags): StoredConfiguration => ({
      kind: 'principal-tags',
      principalTags,
    })),
  ]
  return configurations.filter((one) => diffFacts(presentFacts(one, present), factsOf(one)).length > 0)
}

type Untold = ReadonlySet<string>

function settingsToHave(told: PoolSettings, present: PoolSettings, untold: Untold): PoolSettings {
  const stays = (key: string) => untold.has(key)
  const both = <T>(one: readonly T[], other: readonly T[], keyOf: (item: T) => string): T[] => [
    ...one,
    ...other.filter((item) => stays(keyOf(item))),
  ]
  const maps = (one: Record<string, string>, other: Record<string, string>, prefix: string) => ({
    ...one,
    ...Object.fromEntries(Object.entries(other).filter(([key]) => stays(`${prefix} ${key}`))),
  })
  const reserved = Object.fromEntries(Object.entries(present.tags).filter(([key]) => isReservedTag(key)))
  return {
    name: stays('name') ? present.name : told.name,
    allowUnauthenticated: stays('guests') ? present.allowUnauthenticated : told.allowUnauthenticated,
    classicFlow: stays('classic-flow') ? present.classicFlow : told.classicFlow,
    userPools: both(told.userPools, present.userPools, (one) => `user-pool ${one.providerName} ${one.clientId}`),
    loginProviders: maps(told.loginProviders, present.loginProviders, 'login-provider'),
    oidcProviderArns: both(told.oidcProviderArns, present.oidcProviderArns, (arn) => `oidc ${arn}`),
    samlProviderArns: both(told.samlProviderArns, present.samlProviderArns, (arn) => `saml ${arn}`),
    developerProviderName: stays('developer-provider') ? present.developerProviderName : told.developerProviderName,
    tags: { ...maps(told.tags, present.tags, 'tag'), ...reserved },
  }
}

const rolesToHave = (told: RoleSettings, present: RoleSettings, untold: Untold): RoleSettings => ({
  authenticated: untold.has('role authenticated') ? present.authenticated : told.authenticated,
  unauthenticated: untold.has('role unauthenticated') ? present.unauthenticated : told.unauthenticated,
  mappings: [...told.mappings, ...present.mappings.filter(({ provider }) => untold.has(`mapping ${provider}`))],
})

/** Each provider's principal tags; one that the text leaves out has none. */
function tagsToHave(
  told: readonly PrincipalTags[],
  present: readonly PrincipalTags[],
  untold: Untold,
): PrincipalTags[] {
  const named = new Set(told.map(({ provider }) => provider))
  const others = present.filter(
    (one) => !named.has(one.provider) && !principalTagFacts(one).some(({ key }) => untold.has(key)),
  )
  return [...told, ...others.map(({ provider }) => ({ provider, useDefaults: false, tags: {} }))]
}

const settingFacts = (pool: Partial<PoolSettings>): Fact[] =>
  bySetting(pool, (value, key) => poolFields[key].facts(value, poolFields[key].label)).flat()

function factsOf(one: StoredConfiguration): Fact[] {
  if (one.kind === 'pool') return settingFacts(one.pool)
  if (one.kind === 'roles') return roleFacts(one.roles)
  return one.kind === 'tags' ? poolFields.tags.facts(one.tags, '') : principalTagFacts(one.principalTags)
}

function presentFacts(one: StoredConfiguration, { pool, roles, principalTags }: PoolSnapshot): Fact[] {
  if (one.kind === 'pool') {
    const { poolId: _, region: __, fingerprint: ___, ...settings } = pool
    return settingFacts(settings)
  }
  if (one.kind === 'roles') return roleFacts(roles)
  if (one.kind === 'tags') return poolFields.tags.facts(pool.tags, '')
  return principalTags.filter(({ provider }) => provider === one.principalTags.provider).flatMap(principalTagFacts)
}
