import type { Login } from '../state/logins.ts'
import { below, type Random } from '../state/random.ts'
import type { Person } from './seed-pool.ts'

interface Sizes {
  guests: number
  users: number
  disabled: number
}

/** The providers at which a user may have a login each, one kind of user beside the other. */
type Kinds = readonly (readonly string[])[]

/** Guests, users and disabled people, made as they are read. */
export const crowd = (random: Random, sizes: Sizes, kinds: Kinds) => ({
  count: sizes.guests + sizes.users + sizes.disabled,
  people: mix(random, sizes, kinds),
})

/** People of the three states in an order drawn by lot; the share of each is exact. */
function* mix(random: Random, { guests, users, disabled }: Sizes, kinds: Kinds): Generator<Person> {
  const left = { guests, users, disabled }
  for (let total = guests + users + disabled; total > 0; total--) {
    const lot = below(random, total)
    const state = lot < left.guests ? 'guests' : lot < left.guests + left.users ? 'users' : 'disabled'
    left[state]--
    const kind = kinds[below(random, kinds.length)] ?? []
    yield { logins: state === 'users' ? kind.map((one) => loginAt(one, random)) : [], disabled: state === 'disabled' }
  }
}

function loginAt(provider: string, random: Random): Login {
  const id = random.uuid()
  const digits = BigInt(`0x${id.replaceAll('-', '')}`)
    .toString()
    .padStart(21, '7')
  const subject = /google/.test(provider)
    ? digits.slice(0, 21)
    : /facebook|twitter/.test(provider)
      ? digits.slice(0, 16)
      : id
  return { provider, subject, developer: provider.startsWith('login.') }
}
