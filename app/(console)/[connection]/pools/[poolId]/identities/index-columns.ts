import type { Column } from '#components/data-table/column.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { identityColumns } from './identity-columns.tsx'
import { ordersOfHeads } from '#components/identity-index/index-asked.ts'

/** The same columns; the index sorts by each of them. */
export const indexColumns = (connectionId: string): Column<Identity>[] =>
  identityColumns(connectionId).map((column) =>
    column.sort || ordersOfHeads[column.head] === undefined
      ? column
      : { ...column, sort: ({ logins }) => logins.join(' ') },
  )
