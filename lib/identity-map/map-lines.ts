import { isId } from '../core/limits.ts'
import { isPlainText } from '../core/plain-text.ts'
import { cellsOf, delimiterOf } from '../pasted/delimited.ts'
import { folded, KNOWN_AS_MAX, type MapEntry } from './identity-map.ts'

/** A column by which people may be known. `sample`: what it has in the first lines. */
export type MapColumn = { at: number; name: string; sample: string; isLikely: boolean }

/** How a file is read. `identityAt`: the column of identity IDs. `from`: its first line of people, counted from 0. */
export type MapHead = { delimiter: string; identityAt: number; from: number; columns: MapColumn[] }

/** Lines by which the columns are known. */
export const HEAD_LINES = 50
/** Times, yes and no: what nobody is searched by. */
const NOBODYS = /^(\d{4}-\d\d-\d\d.*|true|false|yes|no|null|enabled|disabled|confirmed|unconfirmed)?$/i

/** How a file is read, by its first lines; null when none of them names an identity beside anything. */
export function readMapHead(lines: readonly string[]): MapHead | null {
  const delimiter = delimiterOf(lines, () => true)
  if (delimiter === null) return null
  const rows = lines.map((line) => cellsOf(line, delimiter).map((cell) => cell.trim()))
  const from = rows.findIndex((row) => row.some(isId))
  const people = from < 0 ? [] : rows.slice(from)
  const names = from > 0 ? (rows[from - 1] ?? []) : []
  const cellsAt = (at: number) => people.map((row) => row[at] ?? '')
  const all = [...(people[0] ?? []).keys()]
  const ofIds = all.filter((at) => cellsAt(at).every((cell) => cell === '' || isId(cell)) && cellsAt(at).some(isId))
  const identityAt = ofIds.toSorted(
    (one, other) => likeness(names[other], cellsAt(other)) - likeness(names[one], cellsAt(one)),
  )[0]
  if (identityAt === undefined) return null
  const columns = all
    .filter((at) => !ofIds.includes(at))
    .map((at) => {
      const cells = cellsAt(at)
      const sample = cells.find((cell) => cell !== '') ?? ''
      const isLikely = sample !== '' && !cells.every((cell) => NOBODYS.test(cell))
      return { at, name: names[at] || `Column ${at + 1}`, sample, isLikely }
    })
  return columns.length === 0 ? null : { delimiter, identityAt, from, columns }
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
