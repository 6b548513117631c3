'use client'

import { ColumnHeads } from '#components/data-table/column-heads.tsx'
import type { Column } from '#components/data-table/column.ts'
import { shownOf } from '#components/data-table/shown-of.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import type { PeopleSearch } from '#lib/people/people-search.ts'
import { personColumns, type ListedPerson } from './person-columns.tsx'

const columns: readonly Column<ListedPerson>[] = personColumns

/** Each person of the list, as far as they are looked up. */
export function PeopleTable({ search }: { search: PeopleSearch }) {
  const people = search.rows.map((row) => ({ row, search }))
  const shown = useOrderedRows(people, columns)
  return (
    <div>
      <div className="mb-2 flex">
        <TableOptions
          table="People"
          columns={columns}
          said={shownOf(people.length, people.length, 'identifier')}
          cells={async () => (await import('./person-cells.ts')).personCells(shown.map(({ row }) => row))}
          fileName={null}
        />
      </div>
      <TableFrame label="People" className="max-h-[70vh]">
        <Table caption="People" aria-busy={search.phase === 'places' || search.phase === 'asking'}>
          <THead>
            <tr>
              <ColumnHeads columns={columns} />
            </tr>
          </THead>
          <tbody>
            {shown.map((person) => (
              <Tr key={`${person.row.term.kind} ${person.row.term.label}`} className="align-top">
                {columns.map(({ head, cell, rowHeader, hidden, className = '' }) =>
                  rowHeader ? (
                    <Th key={head} data-column={head} data-hidden={hidden} scope="row" className={`py-2 ${className}`}>
                      {cell(person, undefined)}
                    </Th>
                  ) : (
                    <Td key={head} data-column={head} data-hidden={hidden} wrap className={`py-2 ${className}`}>
                      {cell(person, undefined)}
                    </Td>
                  ),
                )}
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </div>
  )
}
