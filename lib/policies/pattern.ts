import type { ContextOf } from './context.ts'
import { distinctKeys, type Truth } from './truth.ts'

/**
 * A part of a pattern: text as it is, one character, any number of them, or what a key of the request says.
 * `within`: it stays between two colons.
 */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'one' | 'many'; within: boolean }
  | { kind: 'key'; key: string; otherwise: string | null }

const VARIABLE = /\$\{(?:([*?$])|\s*([^{}',]+?)\s*(?:,\s*'([^']*)')?\s*)\}|[*?]/g

/**
 * The parts of a text with IAM's wildcards and policy variables: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`,
 * `${$}` for the characters themselves. Without `variables`, as before version 2012-10-17, these are text; without
 * `wildcards`, so are `*` and `?`.
 */
export function partsOf(
  pattern: string,
  { variables = true, wildcards = true }: { variables?: boolean; wildcards?: boolean } = {},
): Part[] {
  if (!/[*?$]/.test(pattern)) return pattern === '' ? [] : [{ kind: 'text', text: pattern }]
  const parts: Part[] = []
  const say = (text: string) => {
    const last = parts.at(-1)
    if (last?.kind === 'text') last.text += text
    else if (text !== '') parts.push({ kind: 'text', text })
  }
  let end = 0
  for (const { 0: found, 1: escaped, 2: key, 3: otherwise, index } of pattern.matchAll(
    variables ? VARIABLE : /[*?]/g,
  )) {
    say(pattern.slice(end, index))
    end = index + found.length
    if (escaped !== undefined) say(escaped)
    else if (key !== undefined) parts.push({ kind: 'key', key, otherwise: otherwise ?? null })
    else if (wildcards) parts.push({ kind: found === '*' ? 'many' : 'one', within: false })
    else say(found)
  }
  say(pattern.slice(end))
  return parts
}

/** Whether a text is what a pattern says. A key that the request lacks, or that has several values, matches nothing. */
export function matches(pattern: readonly Part[], text: string, contextOf: ContextOf): Truth {
  const open: string[] = []
  const parts: Plain[] = []
  for (const part of pattern) {
    if (part.kind !== 'key') {
      parts.push(part)
      continue
    }
    const values = contextOf(part.key)
    if (values === 'unknown') {
      open.push(part.key)
      parts.push({ kind: 'many', within: false })
      continue
    }
    const said = values === 'absent' ? part.otherwise : values.length === 1 ? values[0] : null
    if (typeof said !== 'string') return false
    parts.push({ kind: 'text', text: said })
  }
  return fits(parts, text) && (open.length === 0 || distinctKeys(open))
}

/** IAM's wildcards without variables: `*` for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const wild = pattern.search(/[*?]/)
  if (wild === -1) return pattern === text
  if (pattern[wild] === '*' && !/[*?]/.test(pattern.slice(wild + 1)))
    return (
      text.length >= pattern.length - 1 &&
      text.startsWith(pattern.slice(0, wild)) &&
      text.endsWith(pattern.slice(wild + 1))
    )
  return matches(partsOf(pattern, { variables: false }), text, () => 'absent') === true
}

/** Part by part and place by place, so that no pattern takes longer than its length times that of the text. */
function fits(parts: readonly Plain[], text: string): boolean {
  let places = new Uint8Array(text.length + 1)
  let next = new Uint8Array(text.length + 1)
  let [first, last] = [0, 0]
  places[0] = 1
  for (const part of parts) {
    const reached = step(part, text, { places, next, first, last })
    if (reached === null) return false
    places.fill(0, first, last + 1)
    ;[places, next] = [next, places]
    ;[first, last] = reached
  }
  return places[text.length] === 1
}

type Plain = Exclude<Part, { kind: 'key' }>
type Step = { places: Uint8Array; next: Uint8Array; first: number; last: number }

/** Marks the places that a part leads to; the first and the last of them, null when there are none. */
function step(part: Plain, text: string, { places, next, first, last }: Step): [number, number] | null {
  let [from, to] = [-1, -1]
  const mark = (place: number) => {
    next[place] = 1
    if (from === -1) from = place
    to = place
  }
  let open = false
  for (let place = first; place <= last || open; place += 1) {
    if (places[place] === 1)
      if (part.kind === 'many') open = true
      else if (part.kind === 'text') {
        if (text.startsWith(part.text, place)) mark(place + part.text.length)
      } else if (place < text.length && !(part.within && text[place] === ':')) mark(place + 1)
    if (!open) continue
    mark(place)
    if (place === text.length || (part.kind === 'many' && part.within && text[place] === ':')) open = false
  }
  return from === -1 ? null : [from, to]
}
