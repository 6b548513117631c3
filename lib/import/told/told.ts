/** A thing that a text names without telling what it is: a reference, a parameter, a variable. */
export type AskedThing = {
  is: 'ask'
  /** What its text calls it. */
  id: string
  /** Why it is not known, as the rest of a sentence that begins with its id: "is not told". */
  reason: string
  /** What stands for it until somebody says something else, as a default does. */
  preset?: ToldValue
  /** What it may be; it counts only when somebody takes it over. */
  hint?: string
  /** Its source hides it on purpose. */
  isHidden?: boolean
}

/** A name with what follows it, such as `var.stage` or `each.value["a"]`, before it is known what the name stands for. */
export type Reference = { is: 'reference'; root: string; path: readonly ToldValue[]; text: string }

/** One value out of each of a list or a map: a list, or a map where it has a `key`. */
export type ForEach = {
  is: 'each'
  over: ToldValue
  /** What the body calls the key, or the index, and the value. */
  names: readonly [key: string, value: string]
  key?: ToldValue
  value: ToldValue
  when?: ToldValue
}

/** A part of a description that is more than a plain value. Its texts are joined, its calls are of the table of calls. */
export type ToldPart =
  | AskedThing
  | Reference
  | ForEach
  | { is: 'list'; items: readonly ToldValue[] }
  | { is: 'map'; entries: readonly (readonly [key: ToldValue, value: ToldValue])[] }
  | { is: 'text'; parts: readonly ToldValue[] }
  | { is: 'call'; name: string; args: readonly ToldValue[]; text: string }
  | { is: 'get'; of: ToldValue; key: ToldValue }
  | { is: 'name'; name: string }

/** A value as a text tells it, with what it does not tell still in it. Null says nothing. */
export type ToldValue = string | number | boolean | null | ToldPart

/** A value that is known whole. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** What somebody said of the things that a text asks for, by their ids. */
export type Answers = Readonly<Record<string, Plain>>

export const listOf = (items: readonly ToldValue[]): ToldValue => ({ is: 'list', items })
export const mapOf = (entries: readonly (readonly [ToldValue, ToldValue])[]): ToldValue => ({ is: 'map', entries })
export const textOf = (parts: readonly ToldValue[]): ToldValue => ({ is: 'text', parts })
export const callOf = (name: string, args: readonly ToldValue[], text: string): ToldValue => ({
  is: 'call',
  name,
  args,
  text,
})
export const getOf = (of: ToldValue, key: ToldValue): ToldValue => ({ is: 'get', of, key })

const NOT_TOLD = 'is not told'

export const ask = (id: string, more: Partial<Omit<AskedThing, 'is' | 'id'>> = {}): AskedThing => ({
  is: 'ask',
  id,
  reason: NOT_TOLD,
  ...more,
})

export const isPart = (told: ToldValue): told is ToldPart => typeof told === 'object' && told !== null
export const isAsk = (told: ToldValue): told is AskedThing => isPart(told) && told.is === 'ask'

/** A plain value as a text; a part of which nothing is known has none. */
export const scalarText = (told: ToldValue | undefined): string =>
  told === undefined || isPart(told) ? '' : String(told ?? '')

/** What stops the reading of a description, in a sentence. */
export class TooMuch extends Error {
  constructor() {
    super('This text is nested too deeply or repeats itself too often to be read. Paste only the part about the pool.')
  }
}

const DEEPEST = 200

/** A plain value, such as one of JSON, as it is told. Errors: `TooMuch`. */
export function toTold(value: unknown, depth = 0): ToldValue {
  if (depth > DEEPEST) throw new TooMuch()
  if (Array.isArray(value)) return listOf(value.map((item) => toTold(item, depth + 1)))
  if (typeof value === 'object' && value !== null)
    return mapOf(Object.entries(value).map(([key, member]) => [key, toTold(member, depth + 1)]))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The plain value of something that is known whole; undefined for anything else. */
export function toPlain(told: ToldValue): Plain | undefined {
  if (!isPart(told)) return told
  if (told.is === 'list') {
    const items = told.items.map(toPlain)
    return items.every((item) => item !== undefined) ? items : undefined
  }
  if (told.is !== 'map') return undefined
  const entries: [string, Plain][] = []
  for (const [key, value] of told.entries) {
    const plain = toPlain(value)
    if (isPart(key) || plain === undefined) return undefined
    entries.push([String(key), plain])
  }
  return Object.fromEntries(entries)
}
