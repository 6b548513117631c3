import { poolNotFound } from './errors.ts'
import type { RoleMappings, UserPoolList } from './shapes.ts'
import type { Store } from './store.ts'

type TextMap = { [key: string]: string }

export interface Pool {
  number: number
  id: string
  region: string
  name: string
  allowGuests: boolean
  /** Null: never said, which is a third state beside on and off. */
  classicFlow: boolean | null
  developerProvider: string | null
  loginProviders: TextMap | null
  oidcArns: string[] | null
  userPools: UserPoolList | null
  samlArns: string[] | null
  tags: TextMap
  roles: TextMap | null
  roleMappings: RoleMappings | null
}

interface PoolRow {
  number: number
  id: string
  region: string
  name: string
  allow_guests: number
  classic_flow: number | null
  developer_provider: string | null
  login_providers: string | null
  oidc_arns: string | null
  user_pools: string | null
  saml_arns: string | null
  tags: string
  roles: string | null
  role_mappings: string | null
}

const parse = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T))
const text = (value: unknown) => (value === null ? null : JSON.stringify(value))

function toPool(row: PoolRow): Pool {
  return {
    number: row.number,
    id: row.id,
    region: row.region,
    name: row.name,
    allowGuests: row.allow_guests === 1,
    classicFlow: row.classic_flow === null ? null : row.classic_flow === 1,
    developerProvider: row.developer_provider,
    loginProviders: parse(row.login_providers),
    oidcArns: parse(row.oidc_arns),
    userPools: parse(row.user_pools),
    samlArns: parse(row.saml_arns),
    tags: parse<TextMap>(row.tags) ?? {},
    roles: parse(row.roles),
    roleMappings: parse(row.role_mappings),
  }
}

function values(pool: Omit<Pool, 'number'>) {
  return [
    pool.name,
    pool.allowGuests ? 1 : 0,
    pool.classicFlow === null ? null : pool.classicFlow ? 1 : 0,
    pool.developerProvider,
    text(pool.loginProviders),
    text(pool.oidcArns),
    text(pool.userPools),
    text(pool.samlArns),
    text(pool.tags),
    text(pool.roles),
    text(pool.roleMappings),
    pool.id,
  ]
}

const COLUMNS =
  'name, allow_guests, classic_flow, developer_provider, login_providers, oidc_arns, user_pools, saml_arns, tags, roles, role_mappings, id'

/** The pool, which has to be of this Region. Throws ResourceNotFoundException. */
export function findPool(store: Store, region: string, poolId: string): Pool {
  const row = store.get<PoolRow>('select * from pool where id = ? and region = ?', poolId, region)
  if (!row) throw poolNotFound(poolId)
  return toPool(row)
}

export function poolOfNumber(store: Store, number: number): Pool | null {
  const row = store.get<PoolRow>('select * from pool where number = ?', number)
  return row ? toPool(row) : null
}

/** The ARNs of the pool's OpenID provider of this name. */
export const oidcArnsOf = (pool: Pool, provider: string): string[] =>
  pool.oidcArns?.filter((arn) => arn.endsWith(`:oidc-provider/${provider}`)) ?? []

/** Its number. */
export function insertPool(store: Store, pool: Omit<Pool, 'number'>): number {
  const places = `?${', ?'.repeat(COLUMNS.split(', ').length)}`
  return store.run(`insert into pool (${COLUMNS}, region) values (${places})`, ...values(pool), pool.region).number
}

export function savePool(store: Store, pool: Pool) {
  store.run(
    `update pool set (${COLUMNS}) = (?${', ?'.repeat(COLUMNS.split(', ').length - 1)}) where number = ?`,
    ...values(pool),
    pool.number,
  )
}

export const countPools = (store: Store, region: string): number =>
  store.get<{ n: number }>('select count(*) as n from pool where region = ?', region)?.n ?? 0

export const pageOfPools = (store: Store, region: string, after: number, limit: number) =>
  store.all<{ number: number; id: string; name: string }>(
    'select number, id, name from pool where region = ? and number > ? order by number limit ?',
    region,
    after,
    limit,
  )

/** With all that belongs to it. */
export function deletePool(store: Store, { number }: Pool) {
  for (const table of ['login', 'identity', 'principal_tag']) store.run(`delete from ${table} where pool = ?`, number)
  store.run('delete from pool where number = ?', number)
}
