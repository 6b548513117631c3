import type { Column } from './column.ts'
import { compareNames } from '#lib/core/compare-names.ts'

/** By which column a table is sorted, and which way. */
export type RowOrder = { head: string; descending: boolean }

/** How the address has it: a column's head, with a minus before it when the last comes first. */
export const ORDER_KEY = 'sort'

export const rowOrder = (search: URLSearchParams): RowOrder | null => readOrder(search.get(ORDER_KEY) ?? '')

export function readOrder(text: string): RowOrder | null {
  const descending = text.startsWith('-')
  const head = descending ? text.slice(1) : text
  return head === '' ? null : { head, descending }
}

/** A query (`?…`, or nothing) with an order put into it. */
export function withOrder(query: string, order: RowOrder | null): string {
  const search = new URLSearchParams(query)
  search.delete(ORDER_KEY)
  if (order) search.set(ORDER_KEY, `${order.descending ? '-' : ''}${order.head}`)
  return search.size > 0 ? `?${search.toString()}` : ''
}

/** What a press on a column's head asks for: up, then down, then the order that the list comes in. */
export function nextOrder(order: RowOrder | null, head: string): RowOrder | null {
  if (order?.head !== head) return { head, descending: false }
  return order.descending ? null : { head, descending: true }
}

/** The rows in that order, or as they came where no column has it; equal ones stay as they came. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: RowOrder | null,
): readonly Row[] {
  const by = columns.find(({ head }) => head === order?.head)?.sort
  if (!order || !by) return rows
  const sign = order.descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: by(row) }))
    .toSorted(({ key: a }, { key: b }) =>
      a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(a, b),
    )
    .map(({ row }) => row)
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b))
