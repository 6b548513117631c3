import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { CUT, storable } from './storable.ts'

/** Members that say who somebody is, wherever they stand in what an operation was asked, found or made. */
const NAMES_A_PERSON: ReadonlySet<string> = new Set([
  'destination',
  'identifiers',
  'linked',
  'login',
  'logins',
  'reason',
  'searchedBy',
  'source',
  'text',
  'unlinked',
  'userIdentifier',
  'userIdentifiers',
])

const IDENTIFIES: ReadonlySet<string> = new Set([
  'identifiers',
  'linked',
  'unlinked',
  'userIdentifier',
  'userIdentifiers',
])

const PLACE = '$personal'

const keptSchema = z.object({
  values: z.array(z.unknown()),
  error: z.string().optional(),
  reason: z.string().optional(),
})

/** What stands beside the chain: the values in the order of their places, and two texts of the entry. */
export type Personal = z.infer<typeof keptSchema>

type Told = { input: unknown; before: unknown; after: unknown; error: string | null; reason: string | null }

/** An entry's states with a numbered place where a person was named, and what stood there. */
export function splitPersonal({ error, reason, ...states }: Told) {
  const values: unknown[] = []
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        NAMES_A_PERSON.has(name) && member !== null ? { [PLACE]: values.push(member) - 1 } : plain(member),
      ]),
    )
  }
  const told = { input: plain(states.input), before: plain(states.before), after: plain(states.after) }
  const personal: Personal = { values, ...(error !== null && { error }), ...(reason !== null && { reason }) }
  return { ...told, personal: values.length === 0 && error === null && reason === null ? null : personal }
}

/** What the index has of an identifier: as every text is kept, and no longer than an index of PostgreSQL takes. */
export const indexedIdentifier = (identifier: string): string =>
  String(storable(identifier)).slice(0, INDEXED_MAX).toWellFormed()

const INDEXED_MAX = 500

/** The developer user identifiers that stand in these states as the index has them, each once. */
export function identifiersIn(states: unknown): string[] {
  const found = new Set<string>()
  const walk = (value: unknown, identifies: boolean) => {
    if (typeof value === 'string' && identifies && value !== '') found.add(indexedIdentifier(value))
    else if (Array.isArray(value)) for (const member of value) walk(member, identifies)
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, IDENTIFIES.has(name))
  }
  walk(states, false)
  return [...found]
}

/** Whether something is missing from a state as it is stored; most name nobody. */
export const hasPlaces = (json: string): boolean => json.includes(`"${PLACE}"`)

/** The same states as they were; `missing` stands where something was erased. */
export function joinPersonal(state: unknown, values: readonly unknown[] | null, missing: string): unknown {
  if (Array.isArray(state)) return state.map((member) => joinPersonal(member, values, missing))
  if (typeof state !== 'object' || state === null) return state
  const place = PLACE in state ? state[PLACE] : null
  if (typeof place === 'number') return values === null ? missing : values[place]
  return Object.fromEntries(
    Object.entries(state).map(([name, member]) => [name, joinPersonal(member, values, missing)]),
  )
}

type States = Record<'input' | 'before' | 'after', string | null>

/** The identifiers that an entry names, as the index has them, from what is kept of it. */
export function identifiersOf({ input, before, after, value }: States & { value: string | null }): string[] {
  const values = parsePersonal(value)?.values.map((one) => (one === TOO_LONG ? null : one))
  if (!values) return []
  return identifiersIn(
    [input, before, after].map((json) => (json === null ? null : joinPersonal(JSON.parse(json), values, ''))),
  )
}

/** Whether an entry is found by more than what is left of it says, since something was too long to be kept. */
export const isCut = ({ input, before, after, value }: States & { value: string | null }): boolean =>
  [input, before, after].some((json) => json?.startsWith(CUT)) ||
  Boolean(parsePersonal(value)?.values.includes(TOO_LONG))

/** What stands for a value that is too long for an entry. */
export const TOO_LONG = 'too long to be kept'

export const newSalt = (): string => randomBytes(32).toString('hex')

/** What the chain covers in place of the value. */
export const personalDigest = (salt: string, value: string): string =>
  createHmac('sha256', salt).update(value).digest('hex')

/** What a row beside the chain holds; null when it was erased or there is none. */
export const parsePersonal = (value: string | null): Personal | null =>
  value === null ? null : keptSchema.parse(JSON.parse(value))
