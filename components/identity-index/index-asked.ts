import { ORDER_KEY, readOrder } from '../data-table/row-order.ts'
import { errorShape } from '#lib/core/errors.ts'
import { parseFilter, printFilter } from '#lib/identity-index/filter-text.ts'
import type { IndexFilter, IndexSort } from '#lib/identity-index/schema.ts'
import { FILTER_KEY, INDEX_SOURCE, SOURCE_KEY } from './identity-source.ts'

/** What an address asks of the index. `filter`: null where it cannot be read, for the reason that `unread` tells. */
export type IndexAsked = { filter: IndexFilter | null; unread: string | null; sort: IndexSort }

/** By which order of the index a column is sorted. */
export const ordersOfHeads: Readonly<Record<string, IndexSort['by']>> = {
  'Identity ID': 'id',
  State: 'state',
  Logins: 'provider',
  'Created (UTC)': 'created',
  'Modified (UTC)': 'modified',
}

/** What an address asks of the index; `valueOf` gives its value under a key. */
export function indexAsked(valueOf: (key: string) => string | null): IndexAsked {
  const order = readOrder(valueOf(ORDER_KEY) ?? '')
  const sort = { by: ordersOfHeads[order?.head ?? ''] ?? 'created', descending: order?.descending ?? false }
  try {
    return { filter: parseFilter(valueOf(FILTER_KEY) ?? ''), unread: null, sort }
  } catch (error) {
    return { filter: null, unread: errorShape(error).message, sort }
  }
}

/** The query of the page for another filter, with what else it says. */
export function indexQuery(search: URLSearchParams, filter: IndexFilter): string {
  const next = new URLSearchParams(search)
  const text = printFilter(filter)
  next.set(SOURCE_KEY, INDEX_SOURCE)
  if (text === '') next.delete(FILTER_KEY)
  else next.set(FILTER_KEY, text)
  return `?${next.toString()}`
}
