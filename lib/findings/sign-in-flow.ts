import { loginProvider } from '../login-providers/login-provider.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool, ProviderKind } from '../pools/pool.ts'
import type { RoleMapping, RoleSettings } from '../roles/pool-roles.ts'
import { roleName } from '../roles/role-name.ts'
import { checkById } from './all-checks.ts'
import type { Finding, PoolReport } from './report.ts'

/** What decides the role of a lane's users. `unknown`: the roles could not be read. `closed`: nobody gets in. */
export type Gate = {
  by: 'guest' | 'default' | 'token' | 'rules' | 'closed' | 'unknown'
  rules: number
  /** What happens when nothing matches; null where something always does. */
  otherwise: RoleMapping['ambiguous']
}

/** A lane's users may get the role with this key. `unused`: only if the gate were open. */
type FlowWay = { to: string; by: 'always' | 'rules' | 'token' | 'otherwise' | 'unused'; rules: number }

/** One way of signing in. `gone`: only a role mapping still names the provider. */
export type Lane = {
  key: string
  kind: ProviderKind | 'guest' | 'gone'
  title: string
  detail: string
  /** Whether the server checks its tokens; null where there is no such choice. */
  tokenCheck: boolean | null
  gate: Gate
  ways: FlowWay[]
  /** Findings on the way in, and on the way out to the roles. */
  found: { in: Finding[]; out: Finding[] }
}

/** `arn` is null for what the token names and for no role at all. */
export type FlowRole = {
  key: string
  arn: string | null
  name: string
  detail: string
  /** What users get whom no rule and no token gives another. */
  isDefault: boolean
  found: Finding[]
}

/** Who can sign in, what decides their role, and which it is. Each provider, role and finding is in it once. */
export type SignInFlow = {
  lanes: Lane[]
  roles: FlowRole[]
  /** Findings that are about no single part. */
  found: Finding[]
}

/** No provider has a blank in its name. */
export const GUESTS = 'no provider'
const FROM_TOKEN = 'token'
const NO_ROLE = 'none'

/** `roles` is null while they are not known; `reach` says of roles how far they reach, where that is known. */
export function signInFlow(
  pool: Pool,
  roles: RoleSettings | null,
  { findings, reach }: Pick<PoolReport, 'findings' | 'reach'>,
): SignInFlow {
  const lanes = [guestLane(pool, roles), ...providerLanes(pool, roles), ...goneLanes(pool, roles)]
  const flow: SignInFlow = { lanes, roles: flowRoles(lanes, roles).map((role) => withReach(role, reach)), found: [] }
  for (const finding of findings) placeOf(flow, finding).push(finding)
  return flow
}

type LaneName = Pick<Lane, 'key' | 'kind' | 'title' | 'detail' | 'tokenCheck'>

const lane = (name: LaneName, gate: Gate, ways: FlowWay[]): Lane => ({
  ...name,
  gate,
  ways,
  found: { in: [], out: [] },
})

const plain = (by: Gate['by']): Gate => ({ by, rules: 0, otherwise: null })
const way = (to: string | null, by: FlowWay['by'], rules = 0): FlowWay => ({ to: to ?? NO_ROLE, by, rules })

function guestLane({ allowUnauthenticated }: Pool, roles: RoleSettings | null): Lane {
  const detail = allowUnauthenticated ? 'Anyone, without signing in' : 'Guest access is off'
  const name = { key: GUESTS, kind: 'guest' as const, title: 'Guests', detail, tokenCheck: null }
  if (!allowUnauthenticated)
    return lane(name, plain('closed'), roles?.unauthenticated ? [way(roles.unauthenticated, 'unused')] : [])
  return roles ? lane(name, plain('guest'), [way(roles.unauthenticated, 'always')]) : lane(name, plain('unknown'), [])
}

function providerLanes(pool: Pool, roles: RoleSettings | null): Lane[] {
  const checks = new Map<string, boolean>(
    pool.userPools.map((one) => [`${one.providerName}:${one.clientId}`, one.serverSideTokenCheck]),
  )
  const names = [...new Set(providerNames(pool).map(({ key }) => key))].map((key) => ({
    ...named(key, pool),
    tokenCheck: checks.get(key) ?? null,
  }))
  const { developerProviderName: developer } = pool
  const lanes = names.map((name) => laneOf(name, roles))
  if (developer === null) return lanes
  const name = {
    key: `developer ${developer}`,
    kind: 'developer' as const,
    title: developer,
    detail: 'Developer provider',
  }
  return [...lanes, laneOf({ ...name, tokenCheck: null }, roles)]
}

function goneLanes(pool: Pool, roles: RoleSettings | null): Lane[] {
  const known = new Set(providerNames(pool).map(({ key }) => key))
  const gone = roles?.mappings.filter(({ provider }) => !known.has(provider)) ?? []
  return gone.map(({ provider }) => {
    const { label } = loginProvider(provider)
    const detail = 'No login provider of this pool'
    return laneOf({ key: provider, kind: 'gone', title: label, detail, tokenCheck: null }, roles)
  })
}

function named(key: string, { loginProviders }: Pool): Omit<LaneName, 'tokenCheck'> {
  const { kind, label, login, clientId } = loginProvider(key)
  if (Object.hasOwn(loginProviders, key))
    return { key, kind: 'social', title: label, detail: loginProviders[key] ?? '' }
  if (kind === 'user-pool') {
    const { label: title } = loginProvider(login)
    return { key, kind, title, detail: clientId === null ? '' : `App client ${clientId}` }
  }
  return kind === 'saml'
    ? { key, kind, title: key.slice(key.indexOf('/') + 1), detail: 'SAML' }
    : { key, kind: 'oidc', title: login, detail: 'OpenID Connect' }
}

function laneOf(name: LaneName, roles: RoleSettings | null): Lane {
  if (roles === null) return lane(name, plain('unknown'), [])
  const mapping = name.kind === 'developer' ? undefined : roles.mappings.find(({ provider }) => provider === name.key)
  if (!mapping) return lane(name, plain('default'), [way(roles.authenticated, 'always')])
  const { type, ambiguous: otherwise, rules } = mapping
  const rest = otherwise === 'AuthenticatedRole' ? [way(roles.authenticated, 'otherwise')] : []
  if (type === 'Token') return lane(name, { by: 'token', rules: 0, otherwise }, [way(FROM_TOKEN, 'token'), ...rest])
  const byRole = Map.groupBy(rules, ({ roleArn }) => roleArn)
  const ways = [...byRole].map(([arn, { length }]) => way(arn, 'rules', length))
  return lane(name, { by: 'rules', rules: rules.length, otherwise }, [...ways, ...rest])
}

function flowRoles(lanes: readonly Lane[], roles: RoleSettings | null): FlowRole[] {
  const reached = lanes.flatMap(({ ways }) => ways.map(({ to }) => to))
  const keys = new Set(roles?.authenticated ? [...reached, roles.authenticated] : reached)
  return [...keys].map((key) => ({ key, ...roleText(key, roles), found: [] }))
}

function roleText(key: string, roles: RoleSettings | null): Pick<FlowRole, 'arn' | 'name' | 'detail' | 'isDefault'> {
  if (key === NO_ROLE) return { arn: null, name: 'No role is set', detail: 'No credentials', isDefault: true }
  if (key === FROM_TOKEN)
    return { arn: null, name: 'Role that the token names', detail: 'cognito:preferred_role', isDefault: false }
  const uses = [
    ...(key === roles?.authenticated ? ['Authenticated role'] : []),
    ...(key === roles?.unauthenticated ? ['Guest role'] : []),
  ]
  return { arn: key, name: roleName(key), detail: uses.join(', ') || 'By rules', isDefault: uses.length > 0 }
}

function withReach(role: FlowRole, reach: PoolReport['reach']): FlowRole {
  const word = role.arn === null ? undefined : reach[role.arn]
  return word === undefined ? role : { ...role, detail: `${role.detail}: ${word}` }
}

/** The list of the part that a finding is about. */
function placeOf({ lanes, roles, found }: SignInFlow, { checkId, subject }: Finding): Finding[] {
  const guests = lanes.find(({ key }) => key === GUESTS)
  if (checkId === 'guest-access' && guests) return guests.found.in
  if (checkId === 'same-role' && guests) return guests.found.out
  const role = roles.find(({ key }) => key === (checkId === 'no-role' ? NO_ROLE : subject))
  if (role) return role.found
  const about = lanes.filter(({ key }) => subject === key || subject.startsWith(`${key} `))
  const nearest = about.toSorted((a, b) => b.key.length - a.key.length)[0]
  if (!nearest) return found
  return checkById(checkId)?.form === 'roles' ? nearest.found.out : nearest.found.in
}
