import { serviceNames } from '../../pools/pool-fields.ts'
import { isPart, mapOf, type ToldValue } from '../told/told.ts'

/** Where a text says a thing, in its own words, and what it says. */
export type Placed = { place: string; value: ToldValue }
export type PoolField = (typeof serviceNames)[keyof typeof serviceNames]

/**
 * A pool as a text describes it, with what the text does not tell still in it. `key` tells it from others of the text;
 * of roles, mappings and principal tags the text says nothing where they are null.
 */
export type DescribedPool = {
  key: string
  /** Whose names its places have. */
  words: 'service' | 'terraform'
  poolId: string | null
  /** A sentence that says why its text makes none of it; null where it is made. */
  unmade: string | null
  pool: { readonly [K in PoolField]?: Placed }
  roles: Placed | null
  mappings: Placed | null
  principalTags: Placed[]
  notes: string[]
}

/** The names of one thing in all formats have the same letters. */
const lettersOf = (name: string): string => name.replaceAll('_', '').toLowerCase()

const poolFields = new Map<string, PoolField>([
  ...Object.values(serviceNames).map((name) => [lettersOf(name), name] as const),
  ['tags', serviceNames.tags],
])
/** What is no setting of a pool. */
const silent = new Set(['identitypoolid', 'responsemetadata', '$metadata', 'id', 'arn', 'tagsall', 'region'])

type Parts = {
  key: string
  words: DescribedPool['words']
  poolId?: string | null
  unmade?: string | null
  /** What stands before the names of the pool's, of the roles' and of each principal tags' places. */
  pool: ToldValue
  poolPrefix?: string
  roles?: ToldValue
  rolesPrefix?: string
  principalTags?: readonly Placed[]
  notes?: readonly string[]
}

/** A pool out of the maps that a text has of it, by the names of any format; names of none are noted. */
export function describedPool({
  key,
  words,
  poolId = null,
  unmade = null,
  notes = [],
  ...parts
}: Parts): DescribedPool {
  const said = unmade === null ? [...notes] : [unmade, ...notes]
  const pool: { [K in PoolField]?: Placed } = {}
  const roles: { Roles?: Placed; RoleMappings?: Placed } = {}
  const sort = (map: ToldValue, prefix: string) => {
    for (const [name, value] of entriesOf(map)) {
      const placed = { place: `${prefix}${name}`, value }
      const letters = lettersOf(name)
      const field = poolFields.get(letters)
      if (field) pool[field] = placed
      else if (letters === 'roles') roles.Roles = placed
      else if (letters === 'rolemappings' || letters === 'rolemapping') roles.RoleMappings = placed
      else if (!silent.has(letters) && value !== null)
        said.push(`${placed.place} is not understood, so it was left out.`)
    }
  }
  sort(parts.pool, parts.poolPrefix ?? '')
  if (parts.roles !== undefined) sort(parts.roles, parts.rolesPrefix ?? '')
  const hasRoles = parts.roles !== undefined || roles.Roles !== undefined || roles.RoleMappings !== undefined
  const nothing: Placed = { place: '', value: null }
  return {
    key,
    words,
    poolId,
    unmade,
    pool,
    roles: hasRoles ? (roles.Roles ?? nothing) : null,
    mappings: hasRoles ? (roles.RoleMappings ?? nothing) : null,
    principalTags: (parts.principalTags ?? []).map(({ place, value }) => ({ place, value: withoutPoolId(value) })),
    notes: said,
  }
}

function entriesOf(map: ToldValue): [string, ToldValue][] {
  if (!isPart(map) || map.is !== 'map') return []
  return map.entries.flatMap(([name, value]) =>
    typeof name === 'string' ? [[name, value] as [string, ToldValue]] : [],
  )
}

/** Which pool it is of is known by then. */
const withoutPoolId = (map: ToldValue): ToldValue =>
  isPart(map) && map.is === 'map'
    ? mapOf(map.entries.filter(([name]) => typeof name !== 'string' || lettersOf(name) !== 'identitypoolid'))
    : map
