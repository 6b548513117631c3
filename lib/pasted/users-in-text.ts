import { plainText } from './plain-text.ts'

const PAIRS = ['""', "''", '``', '“”', '„“', '‘’', '«»', '()', '[]', '{}', '<>']
const ADDRESS = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const NAME =
  '(?:developer[ _-]?)?user[ _-]?(?:identifier|id|name|no|number)?|customer[ _-]?(?:id|no|number)?|member[ _-]?id|sub|subject|e-?mail'
/** A value under a name that people give to identifiers: `"userId": "48213"`, `user=48213`. */
const KEYED = new RegExp(
  `(?<![\\w-])(?:["'](?:${NAME})["']\\s*[:=]\\s*|(?:${NAME})\\s*=\\s*|(?:${NAME}):\\s+)(?:"([^"]+)"|'([^']+)'|([^\\s"',;&}]+))`,
  'gi',
)
/** Characters of a text that may name users. */
const MOST = 20_000
/** So many words are a text that names somebody, not a name. */
const WORDS_OF_A_NAME = 4

/** The developer user identifiers that a text may mean, where it names nothing else. */
export function usersIn(text: string): string[] {
  const bare = withoutWrapping(text)
  if (bare === '' || text.length > MOST) return []
  const plain = plainText(text).replaceAll('\0', '')
  const keyed = [...plain.matchAll(KEYED)].map(([, double, single, naked]) => double ?? single ?? naked ?? '')
  if (keyed.length > 0) return unique(keyed.map(withoutWrapping))
  const addresses = plain.match(ADDRESS) ?? []
  if (addresses.length > 0 && /[\s"'<>,;:=]/.test(bare)) return unique(addresses)
  const lines = text.split('\n').map(withoutWrapping).filter(Boolean)
  if (lines.length > 1) return lines.every(isName) ? unique(lines) : []
  return [bare]
}

const isName = (line: string) => line.split(/\s+/).length <= WORDS_OF_A_NAME
const unique = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean)

/** Without the blanks, quotes, brackets and commas that copying brings along. */
export function withoutWrapping(text: string): string {
  const trimmed = text
    .replaceAll(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, '')
    .replace(/[,;]+$/, '')
  const last = trimmed.slice(-1)
  const inner = trimmed.slice(1, -1)
  const isPair = trimmed.length > 2 && PAIRS.includes(`${trimmed.charAt(0)}${last}`) && !inner.includes(last)
  if (isPair) return withoutWrapping(inner)
  return trimmed === text ? text : withoutWrapping(trimmed)
}
