/** What a request brings for a condition key: its values, that it has no such key, or that this is not known. */
export type KeyValues = readonly string[] | 'absent' | 'unknown'
export type ContextOf = (key: string) => KeyValues

/** What is known of a request: values by key, and keys that it has not. Every other key is unknown. */
export type KnownKeys = { context: Readonly<Record<string, unknown>>; absent: readonly string[] }

const valuesOf = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((one) => one !== null && one !== undefined)
    .map(String)

/** Names of keys are alike in any case of letters; a key without a value is absent. */
export function contextFrom({ context, absent }: KnownKeys): ContextOf {
  const lacking = new Set(absent.map((key) => key.toLowerCase()))
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), valuesOf(value)]))
  return (key) => {
    const name = key.toLowerCase()
    const known = values.get(name)
    if (known) return known.length === 0 ? 'absent' : known
    return lacking.has(name) ? 'absent' : 'unknown'
  }
}
