import { isId } from '../core/limits.ts'
import { readListed } from '../pasted/read-pasted.ts'

/** What a person is to be searched by. `tokens`: lines that hold a token, of which nothing is searched. */
export type PersonKeys = { identifiers: string[]; identityIds: string[]; tokens: number; unread: string[] }

const COLUMN =
  /^"?(?:developer[ _-]?)?(?:identity|user|customer|member|client|login|e-?mail|mail|sub|subject|name|id)[ _-]?(?:ids?|no|number|identifiers?|name|address)?"?$/i

/** Whether a line names the columns of CSV text. */
const isHead = (line: string): boolean => line.split(/[,;\t|]/).every((cell) => COLUMN.test(cell.trim()))

/** What a pasted text says of a person, line by line. A line that is one of `exact` is an identifier as it is. */
export function readPerson(text: string, exact: ReadonlySet<string>): PersonKeys {
  const identifiers = new Set<string>()
  const identityIds = new Set<string>()
  const unread: string[] = []
  let tokens = 0
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  for (const [at, line] of lines.entries()) {
    if (at === 0 && lines.length > 1 && !exact.has(line) && isHead(line)) {
      unread.push(line)
      continue
    }
    if (exact.has(line)) {
      if (isId(line)) identityIds.add(line)
      else identifiers.add(line)
      continue
    }
    const { things, guessed, exactly } = readListed(line)
    if (things.some(({ kind }) => kind === 'token')) {
      tokens += 1
      continue
    }
    if (guessed) {
      unread.push(line)
      continue
    }
    const ids = things.flatMap((thing) => (thing.kind === 'id' && !thing.isPool ? [thing.id] : []))
    const users = things.flatMap((thing) => (thing.kind === 'user' ? [thing.userIdentifier] : []))
    for (const id of ids) identityIds.add(id)
    const said = users.length > 0 || ids.length > 0 || exactly === null ? users : [exactly]
    for (const user of said) identifiers.add(user)
    if (ids.length === 0 && said.length === 0) unread.push(line)
  }
  return { identifiers: [...identifiers], identityIds: [...identityIds], tokens, unread }
}
