import { tableOf } from '../pasted/delimited.ts'

/** Stands where a token was: what surrounds one is nobody's identifier. */
export const TOKEN = '\0'

/** Whom one line of a list names, by as many values; and which columns were taken, when it has columns. */
type ListedValues = { rows: string[][]; columns: TakenColumns | null }

export type TakenColumns = {
  taken: string[]
  leftOut: string[]
  /** The first line names the columns, so it is nobody. */
  hasHead: boolean
}

/** Names of columns that hold identifiers. */
const STRONG =
  /identity.?id|identifier|^(?:user|customer|member|client).?(?:id|no|number|name)?$|^(?:id|sub|subject|login|username)$|e-?mail/i
/** Those that hold them where no other column does. */
const WEAK = /name|login|sub|(?:user|customer|member|client).?(?:id|no|number)?$/i
/** A line that is nothing but such a name. */
const HEAD_OF_ONE =
  /^(?:(?:user|customer|member|client|identity).?(?:id|no|number|name)|(?:developer.?)?(?:user.?)?identifiers?|id|sub|subject|login|username|name|user|e-?mail(?:.?address)?)$/i
const IDENTIFIES = /@|[\w-]+:[0-9a-f]{8}-|^\d+$/i
/** What is an identifier beside another one: not a number of a line, a plan or a date. */
const IDENTIFIES_TOO = /@|[\w-]+:[0-9a-f]{8}-|^\d{4,}$|^[a-z][\w.]*[-_|:]\d+$/i

/** The values of a pasted column, or those of the columns of a CSV text that name people, line by line. */
export function listedValues(text: string): ListedValues {
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '')
  if (lines.length === 1) return { rows: filled(text.trim().split(/[,;\t]/)).map((cell) => [cell]), columns: null }
  const isToken = (line: string) => line.trim() === TOKEN
  const table = tableOf(
    lines.filter((line) => !isToken(line)),
    (cells) => cells.every((cell) => STRONG.test(cell.trim()) || WEAK.test(cell.trim())),
  )
  if (table === null) return ofOneColumn(lines)
  const [head = [], ...others] = table
  const hasHead = !head.some((cell) => IDENTIFIES.test(cell.trim())) && named(head).length > 0
  const taken = hasHead ? named(head) : identifying(table)
  const queue = hasHead ? others : table
  // A token that stands alone is no row of the table, and keeps its place in the list.
  const rows = lines.flatMap((line, at) => {
    if (isToken(line)) return [[line]]
    const cells = hasHead && at === lines.findIndex((one) => !isToken(one)) ? undefined : queue.shift()
    return cells ? [filled(cells.filter((cell, column) => taken.includes(column) || cell.includes(TOKEN)))] : []
  })
  const nameOf = (column: number) => (hasHead ? (head[column] ?? '').trim() : `column ${column + 1}`)
  const leftOut = head.flatMap((_, column) => (taken.includes(column) ? [] : [nameOf(column)]))
  return { rows: rows.filter((row) => row.length > 0), columns: { taken: taken.map(nameOf), leftOut, hasHead } }
}

function ofOneColumn(lines: readonly string[]): ListedValues {
  const [first = '', ...others] = lines
  const hasHead = HEAD_OF_ONE.test(first.trim().replaceAll('"', ''))
  return {
    rows: (hasHead ? others : lines).map((line) => [line]),
    columns: hasHead ? { taken: [first.trim()], leftOut: [], hasHead } : null,
  }
}

/** The columns that are named as identifiers are. */
function named(head: readonly string[]): number[] {
  const by = (pattern: RegExp) => head.flatMap((cell, column) => (pattern.test(cell.trim()) ? [column] : []))
  const strong = by(STRONG)
  return strong.length > 0 ? strong : by(WEAK).slice(0, 1)
}

/** The columns that hold what identifiers look like; else the one that does so most. */
function identifying(table: readonly string[][]): number[] {
  const columns = (table[0] ?? []).map((_, column) => filled(table.map((row) => row[column] ?? '')))
  const all = columns.flatMap((cells, column) =>
    cells.length > 0 && cells.every((cell) => IDENTIFIES_TOO.test(cell.trim())) ? [column] : [],
  )
  if (all.length > 0) return all
  const scores = columns.map((cells) => cells.filter((cell) => IDENTIFIES.test(cell.trim())).length)
  return [scores.indexOf(Math.max(...scores))]
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '')
