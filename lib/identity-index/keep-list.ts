import { idsIn, uuidsIn } from '../pasted/ids-in-text.ts'

const ONE_ID = /^\s*["']?([a-z][\w-]*:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})["']?[,;]?\s*$/

/** Ids of identities that must not be deleted, also without their Region, and how many lines named none. */
export type KeepList = { ids: ReadonlySet<string>; linesWithout: number }

/** The ids in a CSV text or any other list, wherever they stand in a line; a first line of names is no line without. */
export function readKeepList(text: string): KeepList {
  const ids = new Set<string>()
  let linesWithout = 0
  for (const [index, line] of linesOf(text)) {
    const found = idsOfLine(line)
    for (const id of found) ids.add(id)
    if (found.length === 0 && index > 0) linesWithout += 1
  }
  return { ids, linesWithout }
}

/** A line that is one ID is read at once, since a list may have a million; of any other, everything that it names. */
function idsOfLine(line: string): string[] {
  const only = ONE_ID.exec(line)?.[1]
  return only === undefined ? [...idsIn(line).map(({ id }) => id), ...uuidsIn(line)] : [only]
}

function* linesOf(text: string): Generator<[number, string]> {
  let index = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    yield [index, line]
    index += 1
  }
}

/** A chunk of ids without those that are kept. */
export const withoutKept = (ids: readonly string[], { ids: kept }: Pick<KeepList, 'ids'>): string[] =>
  ids.filter((id) => !kept.has(id) && !kept.has(id.slice(id.indexOf(':') + 1)))
