/** What a value is cannot be told from its text alone; the message is the reason. */
export class Untold extends Error {}

type Reading<V> = {
  /** The members of a map, or null for anything else. */
  membersOf: (value: V) => [string, V][] | null
  pathOf: (path: string, key: string) => string
  /** Errors: `Untold`. */
  resolve: (value: V) => unknown
  note: (path: string, reason: string) => void
}

/** What is known of a value: nothing, or the value less the entries that its text does not tell, which are noted. */
export function knownPart<V>(value: V | V[], path: string, reading: Reading<V>): unknown[] {
  if (Array.isArray(value)) return [value.flatMap((item, index) => knownPart(item, `${path}[${index}]`, reading))]
  const members = reading.membersOf(value)
  if (members) {
    const known = members.flatMap(([key, member]) =>
      knownPart(member, reading.pathOf(path, key), reading).map((one) => [key, one] as const),
    )
    return [Object.fromEntries(known)]
  }
  try {
    return [reading.resolve(value)]
  } catch (error) {
    if (!(error instanceof Untold)) throw error
    reading.note(path, error.message)
    return []
  }
}
