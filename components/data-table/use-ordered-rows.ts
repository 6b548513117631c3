'use client'

import { useMemo } from 'react'
import { useUrlSearch } from '../use-url-search.ts'
import type { Column } from './column.ts'
import { inOrder, ORDER_KEY, readOrder } from './row-order.ts'

/** The rows in the order that the address asks for. */
export function useOrderedRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly Row[] {
  const [search] = useUrlSearch()
  const asked = search.get(ORDER_KEY) ?? ''
  return useMemo(() => inOrder(rows, columns, readOrder(asked)), [rows, columns, asked])
}
