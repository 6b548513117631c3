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
  /** Its link or button opens the row: a press anywhere on the row does what that does. */
  opens?: true
  /** By what rows are sorted when the person sorts by this column; null comes last either way. */
  sort?: (row: Row) => string | number | null
  /** Is there only for those who choose to see it. */
  hidden?: true
}
