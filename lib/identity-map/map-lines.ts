import { isId } from '../core/limits.ts'
import { isPlainText } from '../core/plain-text.ts'
import { cellsOf, delimiterOf, delimiterOfMost, usualOf } from '../pasted/delimited.ts'
import { folded, KNOWN_AS_MAX, type MapEntry } from './identity-map.ts'

/** A column by which people may be known. `sample`: what it has in the first lines. */
export type MapColumn = { at: number; name: string; sample: string; isLikely: boolean }

/** How a file is read. `identityAt`: the column of identity IDs. `from`: its first line of people, counted from 0. */
export type MapHead = { delimiter: string; identityAt: number; from: number; columns: MapColumn[] }

/** Lines by which the columns are known. */
export const HEAD_LINES = 50
/** Times, yes and no: what nobody is searched by. */
const NOBODYS = /^(\d{4}-\d\d-\d\d.*|true|false|yes|no|null|enabled|disabled|confirmed|unconfirmed)?$/i

/** What begins as identity IDs do, though it may go on otherwise. */
const NEARLY = /^[a-z]{2}(?:-[a-z]+)+-\d:/i
/** What stands above identity IDs. */
const NAMES_IDS = /(?:^|[^a-z])ids?(?:$|[^a-z])|identity/i

/**
 * How a file is read, by its first lines; null when none of them names an identity beside anything. Of the column of
 * identities most are IDs, or its head says so.
 */
export function readMapHead(lines: readonly string[]): MapHead | null {
  const delimiter = delimiterOf(lines, () => true) ?? delimiterOfMost(lines)
  if (delimiter === null) return null
  const rows = lines.map((line) => cellsOf(line, delimiter).map((cell) => cell.trim()))
  const first = rows.findIndex((row) => row.some(isId))
  if (first < 0) return null
  const all = [...Array(usualOf(rows.slice(first).map(({ length }) => length))).keys()]
  const above = rows.slice(0, first)
  const cellsFrom = (at: number, from: number) => rows.slice(from).map((row) => row[at] ?? '')
  const ofIds = all.filter((at) => {
    const said = cellsFrom(at, first).filter((cell) => cell !== '')
    const ids = said.filter(isId).length
    return ids > said.length / 2 || (ids > 0 && above.some((row) => /identity/i.test(row[at] ?? '')))
  })
  const from = firstPerson(above, ofIds)
  const names = rows[from - 1] ?? []
  const identityAt = ofIds.toSorted(
    (one, other) => likeness(names[other], cellsFrom(other, from)) - likeness(names[one], cellsFrom(one, from)),
  )[0]
  if (identityAt === undefined) return null
  const columns = all
    .filter((at) => !ofIds.includes(at))
    .map((at) => {
      const cells = cellsFrom(at, from)
      const sample = cells.find((cell) => cell !== '') ?? ''
      const isLikely = sample !== '' && !cells.every((cell) => NOBODYS.test(cell))
      return { at, name: names[at] || `Column ${at + 1}`, sample, isLikely }
    })
  return columns.length === 0 ? null : { delimiter, identityAt, from, columns }
}

/** The first line of people: below a head, or the first whose identity is one or nearly so. */
function firstPerson(above: readonly string[][], ofIds: readonly number[]): number {
  const head = above.findLastIndex((row) =>
    ofIds.some((at) => NAMES_IDS.test(row[at] ?? '') && !NEARLY.test(row[at] ?? '')),
  )
  if (head >= 0) return head + 1
  const nearly = above.findIndex((row) => ofIds.some((at) => NEARLY.test(row[at] ?? '')))
  return nearly < 0 ? above.length : nearly
}

/** Pools have ids of the same form, and there are few of them. */
const likeness = (name = '', cells: readonly string[]) =>
  new Set(cells).size + (/pool/i.test(name) ? -HEAD_LINES : /identity/i.test(name) ? HEAD_LINES : 0)

/** What a line says by the chosen columns; null when it names no identity or nobody beside it. */
export function entriesOf(
  line: string,
  { delimiter, identityAt }: Pick<MapHead, 'delimiter' | 'identityAt'>,
  chosen: ReadonlySet<number>,
): MapEntry[] | null {
  const cells = cellsOf(line, delimiter)
  const identityId = cells[identityAt]?.trim() ?? ''
  if (!isId(identityId)) return null
  const entries = cells.flatMap((cell, at) => {
    const knownAs = cell.trim()
    const isName = chosen.has(at) && folded(knownAs) !== '' && knownAs.length <= KNOWN_AS_MAX && isPlainText(knownAs)
    return isName ? [{ knownAs, identityId }] : []
  })
  return entries.length === 0 ? null : entries
}
