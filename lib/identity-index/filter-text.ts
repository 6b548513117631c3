import { identityStates } from '../identities/identity.ts'
import { AppError } from '../core/errors.ts'
import { everyIdentity, indexFilterSchema, type IndexFilter } from './schema.ts'

const lists = { 'state=': 'states', 'provider=': 'providers', 'provider!=': 'withoutProviders' } as const
const texts = {
  'created>=': 'createdFrom',
  'created<': 'createdBefore',
  'modified>=': 'modifiedFrom',
  'modified<': 'modifiedBefore',
  'id=': 'idPrefix',
} as const

const WORD = /^([a-z]+(?:!=|>=|<=|=|<|>))(.*)$/s

/** What would be read as the end of a name or a word. */
const encoded = (name: string) =>
  name.replaceAll(/[%,\s]/g, (character) => encodeURIComponent(character).replace(/^[^%]$/, '%2C'))

/**
 * A filter as a page's address and the command line have it, empty for every identity:
 * `state=guest modified<90d provider=accounts.google.com,graph.facebook.com id=eu-west-1:ab`.
 */
export function printFilter(filter: IndexFilter): string {
  const named = Object.entries(lists).flatMap(([word, key]) =>
    filter[key].length > 0 ? [`${word}${filter[key].map(encoded).join(',')}`] : [],
  )
  const told = Object.entries(texts).flatMap(([word, key]) => (filter[key] ? [`${word}${filter[key]}`] : []))
  return [...named, ...told].join(' ')
}

/** The filter that a text is. Errors: `VALIDATION` with a sentence about what cannot be read. */
export function parseFilter(text: string): IndexFilter {
  const filter = { ...everyIdentity }
  const seen = new Set<string>()
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const [, condition = '', value = ''] = WORD.exec(word) ?? []
    if (seen.has(condition)) throw unread(`“${condition}” is there twice.`)
    seen.add(condition)
    if (isKeyOf(lists, condition)) Object.assign(filter, { [lists[condition]]: namesOf(word, value) })
    else if (isKeyOf(texts, condition)) Object.assign(filter, { [texts[condition]]: filled(word, value) })
    else throw unread(`“${word}” is no condition: there are ${conditions}.`)
  }
  const parsed = indexFilterSchema.safeParse(filter)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw unread(
    issue?.path[0] === 'states'
      ? `A state is one of ${identityStates.join(', ')}.`
      : (issue?.message ?? 'It is wrong.'),
  )
}

const conditions = [...Object.keys(lists), ...Object.keys(texts)].map((word) => `${word}…`).join(', ')

const isKeyOf = <T extends object>(known: T, word: string): word is Extract<keyof T, string> =>
  Object.hasOwn(known, word)

const filled = (word: string, value: string): string => {
  if (value === '') throw unread(`“${word}” says nothing.`)
  return value
}

function namesOf(word: string, value: string): string[] {
  try {
    return filled(word, value).split(',').map(decodeURIComponent)
  } catch (error) {
    throw error instanceof AppError ? error : unread(`“${word}” has a % that stands for nothing.`)
  }
}

const unread = (problem: string) =>
  new AppError({
    code: 'VALIDATION',
    message: `The filter cannot be read. ${problem}`,
    hint: 'A filter looks like: state=guest modified<90d.',
  })
