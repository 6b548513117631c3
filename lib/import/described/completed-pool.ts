import type { Snapshot } from '../../code/snapshot.ts'
import { secretsOf } from '../../code/login-secret.ts'
import { withoutSecrets } from '../../login-providers/provider-secrets.ts'
import type { PrincipalTags } from '../../principal-tags/principal-tags.ts'
import type { RoleMapping, RoleSettings } from '../../roles/pool-roles.ts'
import { poolFields, serviceNames } from '../../pools/pool-fields.ts'
import { eachSetting } from '../../pools/each-setting.ts'
import type { PoolSettings, SettingKey } from '../../pools/pool-settings.ts'
import type { Answers } from '../told/told.ts'
import type { DescribedPool } from './described-pool.ts'
import { ANY, type Gap } from './gap.ts'
import { loginValue } from './login-value.ts'
import type { Question } from './asked-things.ts'
import { readingOf, type Entry, type DescriptionReading } from './reading.ts'
import { withUserPools } from './user-pool-names.ts'
import { truth, mapping, text, userPool } from './unit-schemas.ts'

/** What becomes of a described pool with what is known by now. */
export type CompletedPool = {
  snapshot: Snapshot
  /** What the text told of hidden values, by login provider. */
  secrets: Record<string, string>
  /** The settings that the text has without telling anything of their values. */
  untold: SettingKey[]
  /** What of a pool the text does not tell. */
  gaps: Gap[]
  notes: string[]
  questions: Question[]
  entries: Entry[]
}

type Given = {
  answers?: Answers
  /** The places of entries that are left out on purpose. */
  leftOut?: ReadonlySet<string>
}

/** Puts answers into a described pool; what is still not known, and what no pool can have, is left out and noted. */
export function completedPool(described: DescribedPool, given: Given = {}): CompletedPool {
  const reading = readingOf(described.words, withUserPools(given.answers ?? {}), given.leftOut ?? new Set())
  const untold: SettingKey[] = []
  const whole = (key: SettingKey, prefix: string) => () => {
    untold.push(key)
    reading.gaps.push({ prefix, most: ANY })
  }
  const fieldOf = (key: SettingKey) => described.pool[serviceNames[key]]
  const secrets: Record<string, string> = {}
  const arns = (key: 'oidcProviderArns' | 'samlProviderArns', prefix: string) =>
    reading.list(fieldOf(key), text, prefix, whole(key, prefix))
  const readers: { [K in SettingKey]: () => PoolSettings[K] } = {
    name: () => reading.one(fieldOf('name'), text, whole('name', 'name')) ?? '',
    allowUnauthenticated: () =>
      reading.one(fieldOf('allowUnauthenticated'), truth, whole('allowUnauthenticated', 'guests')) ?? false,
    classicFlow: () =>
      poolFields.classicFlow.from(reading.one(fieldOf('classicFlow'), truth, whole('classicFlow', 'classic-flow'))),
    userPools: () =>
      poolFields.userPools.from(
        reading.list(fieldOf('userPools'), userPool, 'user-pool ', whole('userPools', 'user-pool ')),
      ),
    loginProviders: () => {
      const all = reading.map(
        fieldOf('loginProviders'),
        text,
        'login-provider ',
        whole('loginProviders', 'login-provider '),
        loginValue,
      )
      Object.assign(secrets, secretsOf(all))
      return withoutSecrets(all)
    },
    oidcProviderArns: () => arns('oidcProviderArns', 'oidc '),
    samlProviderArns: () => arns('samlProviderArns', 'saml '),
    developerProviderName: () =>
      reading.one(fieldOf('developerProviderName'), text, whole('developerProviderName', 'developer-provider')) || null,
    tags: () => reading.map(fieldOf('tags'), text, 'tag ', whole('tags', 'tag ')),
  }
  const pool = eachSetting((key) => readers[key]())
  if (described.words === 'terraform') reading.gaps.push({ prefix: 'classic-flow', most: ANY, value: 'Not set' })
  const roles = rolesOf(described, reading)
  const principalTags = described.principalTags.flatMap((one): PrincipalTags[] => {
    const tags = reading.principalTags(one)
    return tags === null ? [] : [tags]
  })
  if (described.principalTags.length === 0)
    reading.gaps.push({ prefix: 'principal-tag ', most: ANY }, { prefix: 'principal-tags ', most: ANY })
  return {
    snapshot: { pool, roles, principalTags },
    secrets,
    untold,
    gaps: [...reading.gaps, { prefix: 'tag aws:', most: ANY }],
    notes: [...described.notes, ...reading.notes],
    questions: reading.questions(),
    entries: reading.entries,
  }
}

function rolesOf({ roles, mappings }: DescribedPool, reading: DescriptionReading): RoleSettings {
  if (roles === null || mappings === null) reading.gaps.push({ prefix: 'role ', most: ANY }, ...mappingGaps)
  const all = reading.map(roles ?? undefined, text, 'role ', () => reading.gaps.push({ prefix: 'role ', most: ANY }))
  for (const name of Object.keys(all))
    if (name !== 'authenticated' && name !== 'unauthenticated')
      reading.notes.push(`${roles?.place ?? ''}: ${name} is no kind of role, so it was left out.`)
  const made = reading.units(mappings ?? undefined, mapping, () => reading.gaps.push(...mappingGaps))
  return {
    authenticated: all['authenticated'] ?? null,
    unauthenticated: all['unauthenticated'] ?? null,
    mappings: made.map(({ IdentityProvider, Type, AmbiguousRoleResolution = null, Rules }): RoleMapping => ({
      provider: IdentityProvider,
      type: Type,
      ambiguous: AmbiguousRoleResolution,
      rules: Rules.map(({ Claim, MatchType, Value, RoleARN }) => ({
        claim: Claim,
        match: MatchType,
        value: Value,
        roleArn: RoleARN,
      })),
    })),
  }
}

const mappingGaps: readonly Gap[] = [
  { prefix: 'mapping ', most: ANY },
  { prefix: 'rule ', most: ANY },
]
