import { readPasted } from '../pasted/read-pasted.ts'

/** What a person is to be searched by. `tokens`: lines that hold a token, of which nothing is searched. */
export type PersonKeys = { identifiers: string[]; identityIds: string[]; tokens: number; unread: string[] }

/** What a pasted text says of a person, line by line. A line that is one of `exact` is an identifier as it is. */
export function readPerson(text: string, exact: ReadonlySet<string>): PersonKeys {
  const identifiers = new Set<string>()
  const identityIds = new Set<string>()
  const unread: string[] = []
  let tokens = 0
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    if (exact.has(line)) {
      identifiers.add(line)
      continue
    }
    const { things, exactly } = readPasted(line)
    if (things.some(({ kind }) => kind === 'token')) {
      tokens += 1
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
