import { fillIam } from './seed/fill-iam.ts'
import { fillStore, type Seed } from './seed/fill-store.ts'
import { Calls } from './state/calls.ts'
import { Clock } from './state/clock.ts'
import { Faults, type Fault } from './state/faults.ts'
import { Quotas } from './state/quotas.ts'
import { type Random, seededRandom, systemRandom } from './state/random.ts'
import { Store } from './state/store.ts'
import type { World } from './state/world.ts'

export interface WorldOptions {
  /** A file's path, or `:memory:`, the default. */
  data?: string
  seed?: Seed | null
  /** Hears what takes so long that somebody may wonder. */
  say?: (line: string) => void
  /** Makes ids and seeds the same at each run. */
  randomSeed?: number | null
  /** Twelve digits. */
  account?: string
  /** Calls a second by operation; an operation that is not named has no limit. */
  quotas?: { readonly [operation: string]: number }
  /** Added to every call. */
  latencyMs?: number
  faults?: readonly Fault[]
  /** What `DeleteIdentities` does with an id that it does not know. */
  unknownIds?: 'ignore' | 'deny'
  /** Whether `UnlinkIdentity` takes a developer token as proof. */
  unlinkWithDeveloperToken?: 'accept' | 'refuse'
  /** Which of the two public texts a social login's token for another app meets. */
  wrongAudience?: 'provider' | 'audience'
  /** Whether names and ARNs that the service does not take are refused. */
  values?: 'check' | 'any'
  /** What `SetIdentityPoolRoles` does to mappings that it does not name. */
  mappingsLeftOut?: 'clear' | 'keep'
  /** In which order several `Logins` are checked: as they came, or by the providers' names, up or down. */
  loginOrder?: 'sent' | 'name' | 'name-down'
  /** What a provider whose principal tags were never set is answered with. */
  untouchedTags?: 'none' | 'defaults' | 'not-found'
  /** URL of the key set by issuer: login tokens of these are verified. */
  jwks?: ReadonlyMap<string, string>
  /** Secret by access key id; when there are any, signatures are verified. */
  keys?: ReadonlyMap<string, string>
  /** The bearer token of the control endpoints, which do not exist without it. */
  control?: string | null
}

const DEFAULT_SEED = 1
const MANY = 100_000

/** Throws an Error with one line when the data file cannot be used. */
export function createWorld(options: WorldOptions = {}): World {
  const clock = new Clock()
  const { seed = null, randomSeed = null, account = '123456789012' } = options
  const addIam = (opened: Store) => seed === 'demo' && fillIam(opened, account, clock.now())
  const fill = (fresh: Store) => {
    if (typeof seed === 'number' && seed >= MANY)
      options.say?.(`Making ${seed.toLocaleString('en')} identities, about a minute for each million …`)
    if (seed) fillStore(fresh, { seed, account, random: seededRandom(randomSeed ?? DEFAULT_SEED), now: clock.now() })
    addIam(fresh)
  }
  const store = new Store(options.data ?? ':memory:', fill, addIam)
  const random = randomSeed === null ? systemRandom : nextSequence(store, randomSeed)
  return {
    store,
    clock,
    random,
    account,
    quotas: new Quotas(options.quotas ?? {}),
    faults: new Faults(options.faults ?? [], random),
    calls: new Calls(),
    latencyMs: options.latencyMs ?? 0,
    unknownIds: options.unknownIds ?? 'ignore',
    unlinkWithDeveloperToken: options.unlinkWithDeveloperToken ?? 'refuse',
    wrongAudience: options.wrongAudience ?? 'provider',
    values: options.values ?? 'check',
    mappingsLeftOut: options.mappingsLeftOut ?? 'clear',
    loginOrder: options.loginOrder ?? 'sent',
    untouchedTags: options.untouchedTags ?? 'none',
    jwks: options.jwks ?? new Map(),
    keys: options.keys ?? new Map(),
    control: options.control ?? null,
  }
}

/** A file that is opened again must not be given the same ids again. */
function nextSequence(store: Store, randomSeed: number): Random {
  const runs = Number(store.setting('runs') ?? 0) + 1
  store.saveSetting('runs', String(runs))
  return seededRandom(randomSeed + runs * 7919)
}
