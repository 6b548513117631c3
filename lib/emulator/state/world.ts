import type { Calls } from './calls.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Quotas } from './quotas.ts'
import type { Random } from './random.ts'
import type { Store } from './store.ts'

/** All that an emulated service knows and remembers. */
export interface World {
  store: Store
  clock: Clock
  random: Random
  account: string
  quotas: Quotas
  faults: Faults
  calls: Calls
  latencyMs: number
  unknownIds: 'ignore' | 'deny'
  unlinkWithDeveloperToken: 'accept' | 'refuse'
  /** What a token of a social login for another app is told. */
  wrongAudience: 'provider' | 'audience'
  /** Whether names and ARNs that the service does not take are refused. */
  values: 'check' | 'any'
  /** What SetIdentityPoolRoles does to mappings that it does not name. */
  mappingsLeftOut: 'clear' | 'keep'
  /** In which order several `Logins` are checked. */
  loginOrder: 'sent' | 'name' | 'name-down'
  /** What a provider whose principal tags were never set is answered with. */
  untouchedTags: 'none' | 'defaults' | 'not-found'
  jwks: ReadonlyMap<string, string>
  keys: ReadonlyMap<string, string>
  control: string | null
}

/** One call as it is carried out: `region` is the one that it is for. */
export interface Call {
  world: World
  region: string
}
