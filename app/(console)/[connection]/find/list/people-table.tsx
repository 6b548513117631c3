import type { Column } from '#components/data-table/column.ts'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import type { PeopleSearch } from '#lib/people/people-search.ts'
import { personColumns, type ListedPerson } from './person-columns.tsx'

/** Each person of the list, as far as they are looked up. */
export function PeopleTable({ search }: { search: PeopleSearch }) {
  const columns: readonly Column<ListedPerson>[] = personColumns
  return (
    <TableFrame label="People" className="max-h-[70vh]">
      <Table caption="People" aria-busy={search.phase === 'places' || search.phase === 'asking'}>
        <THead>
          <tr>
            {columns.map(({ head, width }) => (
              <Th key={head} className={width}>
                {head}
              </Th>
            ))}
          </tr>
        </THead>
        <tbody>
          {search.rows.map((row) => (
            <Tr key={`${row.term.kind} ${row.term.label}`} className="align-top">
              {columns.map(({ head, cell, rowHeader, className = '' }) =>
                rowHeader ? (
                  <Th key={head} scope="row" className={`py-2 ${className}`}>
                    {cell({ row, search }, undefined)}
                  </Th>
                ) : (
                  <Td key={head} wrap className={`py-2 ${className}`}>
                    {cell({ row, search }, undefined)}
                  </Td>
                ),
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
