import type { ReactNode } from 'react'

/** One column of a table, whole: its head, its cells and how they look. */
export type Column<Row> = {
  head: string
  /** A class, such as `w-40`. */
  width: string
  /** `tabIndex`: for what can be pressed in it, where Tab reaches one row at a time. */
  cell: (row: Row, tabIndex: number | undefined) => ReactNode
  className?: string
  title?: (row: Row) => string | undefined
  /** Its cells name their rows. */
  rowHeader?: true
}
