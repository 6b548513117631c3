import { toCreateCommands } from '../code/to-aws-cli.ts'
import { diffFacts, type FactChange } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { editedTags, toAccessSettings, wantedProviders, withSettings } from '../pool-access/access-settings.ts'
import { tagEdits } from '../pool-access/pool-change.ts'
import type { PrincipalTagEdit } from '../pool-access/schema.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import { providerKinds, type Pool } from '../pools/pool.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import type { NewPoolSettings } from './schema.ts'

/** A pool that lets in nobody: what a new one is before anything is chosen. */
export const closedPool: Pool = {
  poolId: '',
  fingerprint: '',
  region: '',
  name: '',
  allowUnauthenticated: false,
  classicFlow: 'off',
  developerProviderName: null,
  loginProviders: {},
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}

export const startSettings = (region: string): NewPoolSettings => ({
  ...toAccessSettings(closedPool),
  region,
  authenticatedRole: '',
  unauthenticatedRole: '',
  tags: [],
})

/** The pool as it will be, secrets left out. */
const plannedPool = (settings: NewPoolSettings): Pool => ({
  ...withSettings(closedPool, settings),
  region: settings.region,
  tags: Object.fromEntries(settings.tags.map(({ key, value }) => [key, value])),
})

/** The pool as `createIdentityPool` takes it, besides its connection. */
export function toNewPool(settings: NewPoolSettings) {
  const { fingerprint: _, poolId: __, developerProviderName, ...pool } = plannedPool(settings)
  const providers = wantedProviders(settings, {}).map(([name, value]) => [name, value ?? ''] as const)
  return {
    ...pool,
    developerProviderName: developerProviderName ?? '',
    loginProviders: Object.fromEntries(providers),
  }
}

/** The roles that are set after the pool is made, or null when there are none to set. */
export function plannedRoles({ authenticatedRole, unauthenticatedRole }: NewPoolSettings): RoleSettings | null {
  if (authenticatedRole === '' && unauthenticatedRole === '') return null
  return { authenticated: authenticatedRole || null, unauthenticated: unauthenticatedRole || null, mappings: [] }
}

export const plannedTags = (settings: NewPoolSettings): PrincipalTagEdit[] => tagEdits(closedPool, settings)

/** The AWS CLI commands that make the pool. */
export const plannedCommands = (settings: NewPoolSettings): string =>
  toCreateCommands(
    {
      pool: plannedPool(settings),
      roles: plannedRoles(settings) ?? { authenticated: null, unauthenticated: null, mappings: [] },
      principalTags: plannedTags(settings).map(editedTags),
    },
    settings.region,
  )

/** Everything that the new pool will be, for its review. */
export function plannedFacts(settings: NewPoolSettings): FactChange[] {
  const roles = plannedRoles(settings)
  return diffFacts(
    [],
    [
      { key: 'region', label: 'Region', value: settings.region },
      ...poolFacts(plannedPool(settings)),
      ...(roles ? roleFacts(roles) : []),
      ...plannedTags(settings).flatMap((edit) => principalTagFacts(editedTags(edit))),
    ],
  )
}

/** What the operator should know of the new pool before it is made. */
export function plannedWarnings(settings: NewPoolSettings): string[] {
  const { allowUnauthenticated, classicFlow, authenticatedRole, unauthenticatedRole } = settings
  const pool = plannedPool(settings)
  const signsIn = providerKinds(pool).length > 0
  const unchecked = pool.userPools.filter(({ serverSideTokenCheck }) => !serverSideTokenCheck)
  return [
    ...(allowUnauthenticated ? ['Guest access is on: anyone who knows the pool ID gets an identity.'] : []),
    ...(allowUnauthenticated && unauthenticatedRole === ''
      ? ['There is no guest role: guests get no credentials until one is set.']
      : []),
    ...(signsIn && authenticatedRole === ''
      ? ['There is no authenticated role: users who signed in get no credentials until one is set.']
      : []),
    ...(authenticatedRole !== '' && authenticatedRole === unauthenticatedRole
      ? ['Guests and users who signed in share one role.']
      : []),
    ...(classicFlow === 'off' ? [] : ['The basic flow is answered: apps may take any role that trusts the pool.']),
    ...unchecked.map(({ providerName }) => `Tokens of ${loginLabel(providerName)} are not checked by the server.`),
    ...(signsIn || allowUnauthenticated
      ? []
      : ['Nobody can get in yet: there is no login provider and no guest access.']),
    ...(pool.developerProviderName
      ? [`The developer provider name ${pool.developerProviderName} can never be changed or removed.`]
      : []),
  ]
}
