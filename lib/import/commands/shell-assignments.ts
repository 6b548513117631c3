import { isPart, textOf, type ToldValue } from '../told/told.ts'

const KEYWORDS = new Set<ToldValue>(['export', 'local', 'readonly', 'declare'])
const ASSIGNS = /^([A-Za-z_]\w*)=/

/** The variables that a text for a shell sets in one place only. */
export function assignedIn(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [, name = ''] of text.matchAll(/(?:^|[\s;&|(])([A-Za-z_]\w*)\+?=/g))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])))
}

/** What a command sets variables to, where it does nothing else; what another command prints is not told. */
export function assignmentsOf(words: readonly ToldValue[]): [name: string, value: ToldValue][] {
  const rest = words.length > 0 && KEYWORDS.has(words[0] ?? null) ? words.slice(1) : words
  const all = rest.map(assignmentOf)
  return all.every((one) => one !== null) ? all.filter(([, value]) => value !== '' && !printed(value)) : []
}

function assignmentOf(word: ToldValue): [string, ToldValue] | null {
  const [first, ...more] = partsOf(word)
  const [start, name = ''] = typeof first === 'string' ? (ASSIGNS.exec(first) ?? []) : []
  if (typeof first !== 'string' || start === undefined) return null
  const parts = [first.slice(start.length), ...more].filter((part) => part !== '')
  return [name, parts.length > 1 ? textOf(parts) : (parts[0] ?? '')]
}

const printed = (value: ToldValue): boolean =>
  partsOf(value).some((part) => typeof part === 'string' && /\$\(|`/.test(part))

const partsOf = (word: ToldValue): readonly ToldValue[] => (isPart(word) && word.is === 'text' ? word.parts : [word])
