/** A JSON Web Token in a text, whole or cut short, with the place where it stands. */
export type TokenInText = { token: string; start: number; end: number }

/** What wrapping and copying put between the pieces of one token. */
const GAP = /(?:=?\s|\\+[nrt]?|%(?:25){0,4}(?:0[AD]|20|5C[nrt]?)|[\u00ad\u200b-\u200f\u2060\ufeff]|["'`>|+])+/iy
const RUN = /[\w-]+/y
const DOT = /={0,2}(?:\.|%2E|\\u002e)/iy
const BREAK = /\n|%(?:25){0,4}(?:0A|5Cn)|\\+n/i
const LINE_END = /^(?:["'`,;)}\]]*\s*(?:\n|\.|$)|%(?:25){0,4}(?:0A|5Cn)|\\+n)/i
/** How a JSON object begins in base64url. */
const START = /e[wy]/g
const MOST_PIECES = 700
/** Characters of a part that is joined from pieces, and of one that may be a header. */
const MOST = 50_000
const MOST_OF_HEADER = 4_096
/** Of encrypted tokens. */
const PARTS_ENCRYPTED = 5
const PARTS = 3
/** Characters of a signature by the algorithm's family, as far as they are fixed. */
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  HS: [43, 64, 86],
  ES: [86, 128, 176],
  RS: [342, 512, 683],
  PS: [342, 512, 683],
  Ed: [86],
}

/** Characters of a run that is long enough to say what it is, and of the shortest signature. */
const LEAST = 20
const LEAST_SIGNATURE = 43
const RUNS = /[\w+/-]{20,}={0,2}/g
const DOTTED_RUNS = /[\w+/-]{4,}={0,2}(?:\.[\w+/-]+={0,2})*/g
/** A token that was encoded once more is two encodings away from its JSON. */
const MOST_ENCODINGS = 3
/** A member of a JSON object among bytes. */
const MEMBER = /"[ !#-~]{1,80}"\s*:\s*(?:["{[\d-]|true|false|null)/
const PRINTABLE = /^.?[ -~]+.?$/s
const END_OF_OBJECT = /[ -~]{3,}["\d\]}el]\}$/

/**
 * The tokens in a text, in any surrounding and wrapped over lines: what is known by a part that decodes to a JSON object
 * and is followed by a dot. Nobody checks more of it. Where there is none: parts of tokens, and encoded ones.
 */
export function tokensIn(text: string): TokenInText[] {
  const whole = wholeTokensIn(text)
  return whole.length > 0 ? whole : partsIn(text)
}

function wholeTokensIn(text: string): TokenInText[] {
  const found: TokenInText[] = []
  START.lastIndex = 0
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const token = tokenAt(text, start.index)
    if (token) found.push(token)
    START.lastIndex = token ? token.end : start.index + 1
  }
  return found
}

/** Whether a text holds a token, so that it may not be sent as anybody's identifier. */
export const holdsToken = (text: string): boolean => tokensIn(text).length > 0

/** Long runs of base64 that hold JSON or another token, and the ends of tokens with their signatures. */
function partsIn(text: string): TokenInText[] {
  return [...text.matchAll(DOTTED_RUNS)].flatMap(({ 0: token, index }) => {
    const runs = token.split('.')
    const isPart = runs.some((run) => isEncodedJson(run, MOST_ENCODINGS)) || endsToken(runs)
    return isPart ? [{ token, start: index, end: index + token.length }] : []
  })
}

/** Wherever its beginning was cut off: four characters are three bytes. */
const readings = (run: string): string[] => [0, 1, 2, 3].map((skipped) => bytesOf(run.slice(skipped)) ?? '')

const isEncodedJson = (run: string, encodings: number): boolean =>
  run.length >= LEAST &&
  readings(run).some(
    (bytes) =>
      MEMBER.test(bytes) ||
      (PRINTABLE.test(bytes) && bytes.includes('":')) ||
      (encodings > 1 && (bytes.match(RUNS) ?? []).some((inner) => isEncodedJson(inner, encodings - 1))),
  )

/** What is left of a payload, which ends with a brace, before a signature. */
const endsToken = (runs: readonly string[]): boolean =>
  runs.length > 1 &&
  (runs.at(-1) ?? '').length >= LEAST_SIGNATURE &&
  readings(runs.at(-2) ?? '').some((bytes) => END_OF_OBJECT.test(bytes))

function tokenAt(text: string, start: number): TokenInText | null {
  if (!beginsObject(text.slice(start, start + 120))) return null
  const header = objectAt(text, start, MOST_OF_HEADER)
  const dot = header && at(DOT, text, header.end)
  if (!header || dot === null) return null
  const parts = [header.content]
  const most = 'enc' in header.value ? PARTS_ENCRYPTED : PARTS
  let wrapped = header.wrapped
  let end = header.end
  while (parts.length < most) {
    const next = at(DOT, text, end)
    if (next === null) break
    const begin = end + next.length
    const part =
      (most === PARTS && parts.length === 1 && objectAt(text, begin, MOST)) || opaqueAt(text, begin, header, wrapped)
    parts.push(part.content)
    wrapped ||= part.wrapped
    end = part.end
  }
  return { token: parts.join('.'), start, end }
}

type Part = { content: string; end: number; wrapped: boolean }

/** A part that is JSON, joined from as many pieces as that takes; null when it never is. */
function objectAt(text: string, start: number, most: number): (Part & { value: object }) | null {
  let { content, end } = runAt(text, start)
  for (let pieces = 1; pieces < MOST_PIECES && content.length <= most; pieces += 1) {
    const value = jsonObject(content)
    if (value) return { content, end, wrapped: pieces > 1, value }
    const gap = at(GAP, text, end)
    const next = gap === null ? null : runAt(text, end + gap.length)
    if (next === null || next.content === '' || beginsObject(next.content)) return null
    content += next.content
    end = next.end
  }
  return null
}

/** A part that only its maker can read; of a token that came in lines, to where its lines end. */
function opaqueAt(text: string, start: number, header: { value: object }, wrapped: boolean): Part {
  const first = runAt(text, start)
  let { content, end } = first
  const alg: unknown = Reflect.get(header.value, 'alg')
  const lengths = typeof alg === 'string' ? SIGNATURES[alg.slice(0, 2)] : undefined
  const most = wrapped || lengths ? MOST_PIECES : 1
  for (let pieces = 1; pieces < most; pieces += 1) {
    const gap = lengths?.includes(content.length) ? null : at(GAP, text, end)
    if (gap === null || !BREAK.test(gap) || (!lengths && isLastLine(text, end))) break
    const next = runAt(text, end + gap.length)
    if (next.content === '' || beginsObject(next.content)) break
    const fits = lengths?.includes(content.length + next.content.length) ?? false
    if (!fits && !LINE_END.test(text.slice(next.end, next.end + 12))) break
    content += next.content
    end = next.end
  }
  // Of a token in one line only what makes its signature whole belongs to it.
  return wrapped || lengths?.includes(content.length)
    ? { content, end, wrapped: content !== first.content }
    : { ...first, wrapped: false }
}

/** Of wrapped text the last line is shorter than the one before it. */
function isLastLine(text: string, end: number): boolean {
  const start = text.lastIndexOf('\n', end - 1) + 1
  const before = text.lastIndexOf('\n', start - 2) + 1
  return start > 0 && end - start < text.slice(before, start).trim().length
}

/** By its first member's name, cheaply. A name that is broken off counts. */
const beginsObject = (content: string): boolean =>
  /^\{\s*"(?:[^"\\]*"\s*:|[^"\\]*$)/.test(decoded(/^[\w-]{0,120}/.exec(content)?.[0] ?? '') ?? '')

function runAt(text: string, start: number): { content: string; end: number } {
  const content = at(RUN, text, start) ?? ''
  return { content, end: start + content.length }
}

function at(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? null
}

function jsonObject(content: string): object | null {
  try {
    const value: unknown = JSON.parse(decoded(content) ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function decoded(content: string): string | null {
  const bytes = bytesOf(content)
  return bytes === null ? null : new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
}

/** A character for each byte. */
function bytesOf(content: string): string | null {
  try {
    const run = content.replace(/=+$/, '')
    const whole = run.length % 4 === 1 ? run.slice(0, -1) : run
    return atob(whole.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return null
  }
}
