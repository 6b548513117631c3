import { loginProvider } from '../login-providers/login-provider.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'

/** What a value is cannot be told from its text alone; the message is the reason. */
export class Untold extends Error {}

/** A value, and why a part of it is hidden: that part stands in it masked. */
export type Resolved = { known: unknown; hidden: string | null }

type Reading<V> = {
  /** The members of a map, or null for anything else. */
  membersOf: (value: V) => [string, V][] | null
  pathOf: (path: string, key: string) => string
  /** Errors: `Untold`. */
  resolve: (value: V) => Resolved
  note: (path: string, reason: string) => void
  /** The path of the map of login providers, whose values alone may end with something hidden. */
  loginProviders: string
}

/** What is known of a value: nothing, or the value less the entries that its text does not tell, which are noted. */
export function knownPart<V>(value: V | V[], path: string, reading: Reading<V>, provider = ''): unknown[] {
  if (Array.isArray(value)) return [value.flatMap((item, index) => knownPart(item, `${path}[${index}]`, reading))]
  const members = reading.membersOf(value)
  if (members) {
    const known = members.flatMap(([key, member]) => {
      const place = reading.pathOf(path, key)
      return knownPart(member, place, reading, path === reading.loginProviders ? key : '').map((one) => [key, one])
    })
    return [Object.fromEntries(known)]
  }
  try {
    const { known, hidden } = reading.resolve(value)
    if (hidden === null || endsHidden(provider, known)) return [known]
    reading.note(path, hidden)
  } catch (error) {
    if (!(error instanceof Untold)) throw error
    reading.note(path, error.message)
  }
  return []
}

/** Whether only the secret of a login provider's value is hidden, which is asked for when the pool is made. */
function endsHidden(provider: string, value: unknown): boolean {
  if (typeof value !== 'string' || loginProvider(provider).secret === null) return false
  return value === MASKED || (value.endsWith(`;${MASKED}`) && value.indexOf(MASKED) === value.length - MASKED.length)
}
