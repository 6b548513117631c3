import { insertIdentity } from '../state/identities.ts'
import { insertLogin } from '../state/logins.ts'
import { insertPool } from '../state/pools.ts'
import { savePrincipalTagMap } from '../state/principal-tags.ts'
import type { Random } from '../state/random.ts'
import type { Store } from '../state/store.ts'
import { saveUserPools } from '../state/user-pools.ts'
import { demoPools } from './demo-pools.ts'
import { demoUserPools } from './demo-user-pools.ts'
import { loadTestPool } from './load-test-pool.ts'
import type { Person } from './seed-pool.ts'

/** `demo`: a small believable world. A number: one pool of so many identities. */
export type Seed = 'demo' | number

const DAY = 24 * 60 * 60 * 1000
const TWO_YEARS = 730 * DAY

/** Fills an empty store. The same random sequence and day make the same world. */
export function fillStore(store: Store, options: { seed: Seed; account: string; random: Random; now: number }) {
  const { seed, account, random, now } = options
  const pools = seed === 'demo' ? demoPools(account, random) : [loadTestPool(seed, random)]
  const today = now - (now % DAY)
  if (seed === 'demo') saveUserPools(store, demoUserPools)
  for (const { region, settings, principalTags = [], people, count } of pools) {
    const id = `${region}:${random.uuid()}`
    const number = insertPool(store, { ...blankPool, ...settings, id, region })
    for (const { provider, tags } of principalTags) {
      savePrincipalTagMap(store, { number }, provider, { useDefaults: false, tags })
    }
    populate(store, { number, region, people, count, random, today })
  }
}

const blankPool = {
  allowGuests: false,
  classicFlow: false,
  developerProvider: null,
  loginProviders: null,
  oidcArns: null,
  userPools: null,
  samlArns: null,
  tags: {},
  roles: null,
  roleMappings: null,
}

interface Population {
  number: number
  region: string
  people: Iterable<Person>
  count: number
  random: Random
  today: number
}

function populate(store: Store, { number: pool, region, people, count, random, today }: Population) {
  let index = 0
  for (const { logins, disabled } of people) {
    const created = Math.floor(today - TWO_YEARS + (TWO_YEARS * (index + random.fraction())) / count)
    const changed = logins.length > 0 || disabled
    const modified = changed ? Math.floor(created + random.fraction() ** 2 * (today - created)) : created
    const identity = insertIdentity(store, random, { region, pool, disabled, created, modified })
    for (const login of logins) insertLogin(store, { identity, pool, login })
    index++
  }
}
