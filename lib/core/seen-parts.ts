import { UNSEEN } from './unseen.ts'

/** A part of a text; of what nobody sees, all equal characters in a row, the mark to draw for them and their name. */
export type SeenPart = { at: number; text: string; unseen: { mark: string; name: string } | null }

const CONTROLS = '[\\u0000-\\u001f]'
const CONTROLS_IN_LINES = '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]'
const BLANKS = '(?<=^|\\s) | (?=\\s|$)'
const inLine = new RegExp(`${UNSEEN.source}|${CONTROLS}|${BLANKS}`, 'gu')
const inLines = new RegExp(`${UNSEEN.source}|${CONTROLS_IN_LINES}`, 'gu')

/**
 * A text cut where something in it is not seen: direction marks, characters without width, controls, and blanks that
 * begin it, end it or follow each other. With `lines` its line ends, tabs and blanks are its layout.
 */
export function seenParts(text: string, { lines = false } = {}): SeenPart[] {
  const parts: SeenPart[] = []
  const add = (part: string, at: number, unseen: boolean) => {
    if (part !== '') parts.push({ at, text: part, unseen: unseen ? described(part) : null })
  }
  let end = 0
  let run = ''
  for (const { 0: character, index } of text.matchAll(lines ? inLines : inLine)) {
    const goesOn = index === end && run.startsWith(character)
    if (!goesOn) {
      add(run, end - run.length, true)
      run = ''
      add(text.slice(end, index), end, false)
    }
    run += character
    end = index + character.length
  }
  add(run, end - run.length, true)
  add(text.slice(end), end, false)
  return parts
}

/** Whether there is more that is not seen than the layout of the text: blanks, tabs and line ends. */
export const holdsUnseen = (text: string): boolean =>
  text !== '' && seenParts(text, { lines: true }).some(({ unseen }) => unseen !== null)

function described(run: string): { mark: string; name: string } {
  const [character = ''] = run
  const count = run.length / character.length
  const point = character.codePointAt(0) ?? 0
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const [mark, name] = known[character] ?? [
    point < 0x20 ? String.fromCodePoint(0x2400 + point) : code,
    `invisible character ${code}`,
  ]
  if (count === 1) return { mark, name }
  return {
    mark: count < 4 && mark.length === 1 ? mark.repeat(count) : `${mark}×${count}`,
    name: `${count} times ${name}`,
  }
}

const known: Readonly<Record<string, readonly [mark: string, name: string]>> = {
  ' ': ['␣', 'blank'],
  '\t': ['⇥', 'tab'],
  '\n': ['↵', 'line end'],
  '\r': ['␍', 'carriage return'],
  '\u0000': ['␀', 'NUL'],
  '\u00a0': ['U+00A0', 'no-break space'],
  '\u00ad': ['U+00AD', 'soft hyphen'],
  '\u200b': ['U+200B', 'zero-width space'],
  '\u200c': ['U+200C', 'zero-width non-joiner'],
  '\u200d': ['U+200D', 'zero-width joiner'],
  '\u200e': ['U+200E', 'left-to-right mark'],
  '\u200f': ['U+200F', 'right-to-left mark'],
  '\u202a': ['U+202A', 'left-to-right embedding'],
  '\u202b': ['U+202B', 'right-to-left embedding'],
  '\u202c': ['U+202C', 'end of a direction'],
  '\u202d': ['U+202D', 'left-to-right override'],
  '\u202e': ['U+202E', 'right-to-left override'],
  '\u2060': ['U+2060', 'word joiner'],
  '\u2066': ['U+2066', 'left-to-right isolate'],
  '\u2067': ['U+2067', 'right-to-left isolate'],
  '\u2068': ['U+2068', 'first strong isolate'],
  '\u2069': ['U+2069', 'end of an isolate'],
  '\ufeff': ['U+FEFF', 'byte order mark'],
}
