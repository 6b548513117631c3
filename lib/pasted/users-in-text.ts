import { isText } from './is-text.ts'
import { likelyWordsIn } from './likely-words.ts'
import { namedUsersIn } from './named-users.ts'
import { plainText } from './plain-text.ts'
import { withoutWrapping } from './without-wrapping.ts'

const ADDRESS = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Characters of a text that may name users. */
const MOST = 20_000
/** So many words are a text that names somebody, not a name. */
const WORDS_OF_A_NAME = 4
/** A number in groups, as one is read to somebody on the phone. */
const NUMBER = /^[\d\s()+./-]+$/

/** `guessed`: nothing says that these are users, so that somebody is to choose. */
type UsersInText = { users: readonly string[]; guessed: boolean }

/** The developer user identifiers that a text may mean, where it names nothing else. */
export function usersIn(text: string): UsersInText {
  const bare = withoutWrapping(text)
  if (bare === '' || text.length > MOST) return sure([])
  const named = namedUsersIn(text)
  if (named.length > 0) return sure(named)
  const plain = plainText(text).replaceAll('\0', '')
  const addresses = plain.match(ADDRESS) ?? []
  if (addresses.length > 0 && /[\s"'<>,;:=]/.test(bare)) return sure(unique(listedBeside(bare, addresses)))
  const lines = text.split('\n').map(withoutWrapping).filter(Boolean)
  if (lines.length > 1 && lines.every(isName)) return sure(unique(lines))
  const likely = likelyWordsIn(plain)
  if (lines.length > 1) return { users: likely, guessed: true }
  return isIdentifier(bare, likely) ? sure([bare]) : { users: likely.length > 0 ? likely : [bare], guessed: true }
}

const sure = (users: readonly string[]): UsersInText => ({ users, guessed: false })

/** Whether all of a line may be one: a word, a path, a number in groups, a name without what looks like an identifier. */
function isIdentifier(line: string, likely: readonly string[]): boolean {
  if (!/\s/.test(line)) return !isText(line) || line.startsWith('/')
  return !isText(line) && (likely.length === 0 || NUMBER.test(line))
}

/** The addresses, and what stands beside them where the text is a list and nothing else. */
function listedBeside(bare: string, addresses: readonly string[]): readonly string[] {
  const cells = bare
    .split(/[,;\t\r\n]/)
    .map(withoutWrapping)
    .filter(Boolean)
  return cells.length > 1 && cells.every((cell) => !/[\s"'<>:=]/.test(cell)) ? cells : addresses
}

/** Whether a line may be a name, by its words. */
export const isName = (line: string): boolean => line.split(/\s+/).length <= WORDS_OF_A_NAME
const unique = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean)
