import { secretsOf } from '../code/login-secret.ts'
import { snapshotFacts, type Snapshot } from '../code/snapshot.ts'
import { diffFacts, type FactChange } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { withoutSecrets } from '../login-providers/provider-secrets.ts'
import { editedTags, toAccessSettings, wantedProviders, withSettings } from '../pool-access/access-settings.ts'
import { tagEdits } from '../pool-access/pool-change.ts'
import { closedSettings } from '../pools/each-setting.ts'
import { providerKinds, type Pool } from '../pools/pool.ts'
import { toRoleSettings, toRolesForm } from '../roles/roles-form.ts'
import type { MakingPlan } from './pool-inputs.ts'
import type { NewPoolSettings } from './schema.ts'

export const closedPool: Pool = { ...closedSettings, poolId: '', fingerprint: '', region: '' }

export const startSettings = (region: string): NewPoolSettings => ({
  ...toAccessSettings(closedPool),
  region,
  authenticated: '',
  unauthenticated: '',
  providers: [],
  tags: [],
})

/** How the users of each of the form's providers get their role, and of those that were taken away and had rules. */
export function providersOf(settings: NewPoolSettings): NewPoolSettings['providers'] {
  const { providers } = toRolesForm(withSettings(closedPool, settings), toRoleSettings(settings))
  return providers.map((one) => settings.providers.find(({ provider }) => provider === one.provider) ?? one)
}

/** The pool of the form, as a plan of its making. */
export function toMakingPlan(connectionId: string, settings: NewPoolSettings): MakingPlan {
  const { name, region } = settings
  const wanted = wantedProviders(settings, {}).map(([provider, value]) => [provider, value ?? ''] as const)
  const providers = Object.fromEntries(wanted)
  const pool = {
    ...withSettings(closedPool, settings),
    loginProviders: withoutSecrets(providers),
    tags: Object.fromEntries(settings.tags.map(({ key, value }) => [key, value])),
  }
  const principalTags = tagEdits(closedPool, settings).map(editedTags)
  return {
    place: { connectionId, region, name },
    snapshot: { pool, roles: toRoleSettings(settings), principalTags },
    secrets: secretsOf(providers),
  }
}

/** Everything that the new pool will be, for its review. */
export const plannedFacts = ({ place, snapshot }: MakingPlan): FactChange[] =>
  diffFacts([], [{ key: 'region', label: 'Region', value: place.region }, ...snapshotFacts(snapshot)])

/** What the operator should know of the new pool before it is made. */
export function plannedWarnings({ pool, roles: { authenticated, unauthenticated } }: Snapshot): string[] {
  const { allowUnauthenticated, classicFlow } = pool
  const signsIn = providerKinds(pool).length > 0
  const unchecked = pool.userPools.filter(({ serverSideTokenCheck }) => !serverSideTokenCheck)
  return [
    ...(allowUnauthenticated ? ['Guest access is on: anyone who knows the pool ID gets an identity.'] : []),
    ...(allowUnauthenticated && unauthenticated === null
      ? ['There is no guest role: guests get no credentials until one is set.']
      : []),
    ...(signsIn && authenticated === null
      ? [
          'There is no authenticated role: users who signed in get no credentials where no rule or token gives them a role.',
        ]
      : []),
    ...(authenticated !== null && authenticated === unauthenticated
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
