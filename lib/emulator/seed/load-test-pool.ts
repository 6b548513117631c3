import { below, type Random } from '../state/random.ts'
import type { Person, SeedPool } from './seed-pool.ts'

const LOGIN_PROVIDERS = {
  'accounts.google.com': '481516234200-load.apps.googleusercontent.com',
  'graph.facebook.com': '481516234200',
  'appleid.apple.com': 'com.example.load',
}
const PROVIDERS = Object.keys(LOGIN_PROVIDERS)

/** One pool, and so many identities. */
export function loadTestPool(count: number, random: Random): SeedPool {
  return {
    region: 'us-east-1',
    settings: { name: 'Load test', allowGuests: true, loginProviders: LOGIN_PROVIDERS },
    count,
    people: manyPeople(count, random),
  }
}

/** Six in ten are guests, three have a login, one is disabled. */
function* manyPeople(count: number, random: Random): Generator<Person> {
  for (let index = 0; index < count; index++) {
    const kind = below(random, 10)
    const provider = PROVIDERS[kind % 3] ?? ''
    const login = { provider, subject: `user-${String(index).padStart(9, '0')}`, developer: false }
    yield { logins: kind >= 6 && kind < 9 ? [login] : [], disabled: kind === 9 }
  }
}
