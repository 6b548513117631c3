import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Members that say who somebody is, wherever they stand in what an operation was asked, found or made. */
const NAMES_A_PERSON: ReadonlySet<string> = new Set([
  'destination',
  'identifiers',
  'linked',
  'login',
  'logins',
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

/** The developer user identifiers that stand in these states, each once. */
export function identifiersIn(states: unknown): string[] {
  const found = new Set<string>()
  const walk = (value: unknown, identifies: boolean) => {
    if (typeof value === 'string' && identifies && value !== '') found.add(value)
    else if (Array.isArray(value)) for (const member of value) walk(member, identifies)
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, IDENTIFIES.has(name))
  }
  walk(states, false)
  return [...found]
}

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

export const newSalt = (): string => randomBytes(32).toString('hex')

/** What the chain covers in place of the value. */
export const personalDigest = (salt: string, value: string): string =>
  createHmac('sha256', salt).update(value).digest('hex')

/** What a row beside the chain holds; null when it was erased or there is none. */
export const parsePersonal = (value: string | null): Personal | null =>
  value === null ? null : keptSchema.parse(JSON.parse(value))
