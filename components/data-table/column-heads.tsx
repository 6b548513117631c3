'use client'

import { Th } from '../ui/table.tsx'
import { useUrlSearch } from '../use-url-search.ts'
import type { Column } from './column.ts'
import { nextOrder, rowOrder, withOrder } from './row-order.ts'

type ColumnHeadsProps<Row> = {
  columns: readonly Column<Row>[]
  /** All rows are there: those of a part would be sorted without the others. */
  whole?: boolean
}

/** The heads of columns; those by which rows can be sorted are buttons. The order stands in the address. */
export function ColumnHeads<Row>({ columns, whole = true }: ColumnHeadsProps<Row>) {
  const [search, replaceSearch] = useUrlSearch()
  const order = rowOrder(search)
  return columns.map(({ head, width, sort, hidden }) => {
    const shared = { className: width, 'data-column': head, 'data-hidden': hidden }
    if (!sort || !whole)
      return (
        <Th key={head} {...shared}>
          {head}
        </Th>
      )
    const way = order?.head === head ? (order.descending ? 'descending' : 'ascending') : 'none'
    return (
      <Th key={head} {...shared} aria-sort={way}>
        <button
          type="button"
          className="group/sort -mx-1 max-w-full truncate rounded-sm px-1 hover:text-ink"
          onClick={() => replaceSearch(withOrder(`?${search.toString()}`, nextOrder(order, head)))}
        >
          {head}
          <span aria-hidden="true" className="ml-1 inline-block w-2.5 text-faint">
            {way === 'none' ? (
              <span className="opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100 pointer-coarse:opacity-100">
                ↕
              </span>
            ) : way === 'ascending' ? (
              '↑'
            ) : (
              '↓'
            )}
          </span>
        </button>
      </Th>
    )
  })
}
