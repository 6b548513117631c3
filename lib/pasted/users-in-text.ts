import { namedUsersIn } from './named-users.ts'
import { plainText } from './plain-text.ts'
import { withoutWrapping } from './without-wrapping.ts'

const ADDRESS = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Characters of a text that may name users. */
const MOST = 20_000
/** So many words are a text that names somebody, not a name. */
const WORDS_OF_A_NAME = 4

/** The developer user identifiers that a text may mean, where it names nothing else. */
export function usersIn(text: string): string[] {
  const bare = withoutWrapping(text)
  if (bare === '' || text.length > MOST) return []
  const named = namedUsersIn(text)
  if (named.length > 0) return named
  const addresses = plainText(text).replaceAll('\0', '').match(ADDRESS) ?? []
  if (addresses.length > 0 && /[\s"'<>,;:=]/.test(bare)) return unique(listedBeside(bare, addresses))
  const lines = text.split('\n').map(withoutWrapping).filter(Boolean)
  if (lines.length > 1) return lines.every(isName) ? unique(lines) : []
  return [bare]
}

/** The addresses, and what stands beside them where the text is a list and nothing else. */
function listedBeside(bare: string, addresses: readonly string[]): readonly string[] {
  const cells = bare
    .split(/[,;\t\r\n]/)
    .map(withoutWrapping)
    .filter(Boolean)
  return cells.length > 1 && cells.every((cell) => !/[\s"'<>:=]/.test(cell)) ? cells : addresses
}

const isName = (line: string) => line.split(/\s+/).length <= WORDS_OF_A_NAME
const unique = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean)
