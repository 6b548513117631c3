const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  colon: ':',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
}
const blanks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const ESCAPE =
  /%(?:25){0,4}([0-7][0-9a-f])|\\{1,8}u00([0-7][0-9a-f])|&#(\d{2,3});|&#x([0-7]?[0-9a-f]);|&(quot|amp|colon|lt|gt|apos|nbsp);|\\{1,8}\0{0,16}([nrt"'/])|%(?:25){0,4}[89a-f][0-9a-f]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gi

/** Fills the place of what an escape is longer than its character, so that all else stays where it is. */
export const FILLER = '\0'

/** A text without the escapes of URLs, JSON and HTML and without what nobody sees, each character in its old place. */
export const plainText = (text: string): string => withoutEscapes(withoutEscapes(text))

const withoutEscapes = (text: string): string =>
  text.replaceAll(ESCAPE, (whole: string, ...groups: (string | undefined)[]) => {
    const [url, json, decimal, hex, named, backslashed] = groups
    const code = url ?? json ?? hex
    const char =
      (code !== undefined && String.fromCodePoint(Number.parseInt(code, 16))) ||
      (decimal !== undefined && String.fromCodePoint(Number(decimal))) ||
      (named !== undefined && NAMED[named.toLowerCase()]) ||
      (backslashed !== undefined && (blanks[backslashed] ?? backslashed)) ||
      FILLER
    return char.padEnd(whole.length, FILLER).slice(0, whole.length)
  })
