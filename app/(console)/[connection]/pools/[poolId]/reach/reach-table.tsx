'use client'

import dynamic from 'next/dynamic'
import { memo, useState, type ReactNode } from 'react'
import { download } from '#components/download.ts'
import { Button } from '#components/ui/button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { codeFileName } from '#lib/code/file-name.ts'
import { reachCsv } from '#lib/reach/reach-csv.ts'
import type { ReachRow } from '#lib/reach/reach-of.ts'
import { servicesOf, type ReachReport } from '#lib/reach/reach-report.ts'
import { roleName } from '#lib/roles/role-name.ts'
import { CellButton } from './cell-button.tsx'
import { CeilingNote } from './ceiling-note.tsx'
import { serviceName } from './service-name.ts'
import { WhoName } from './who-name.tsx'

const CellDialog = dynamic(() => import('./cell-dialog.tsx').then((file) => file.CellDialog))

type Opened = { row: ReachRow; service: string }

/** Who reaches which service, how far and how wide; a cell opens the statements that say so. `after`: what follows the table. */
export function ReachTable({ report, after }: { report: ReachReport; after: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const cell = opened?.row.cells.find(({ service }) => service === opened.service)
  return (
    <Section
      title="Reach"
      description="At most this: service control policies, resource control policies and the policies of resources are not read."
      actions={<Exports report={report} />}
    >
      <Rows report={report} onOpen={setOpened} />
      {report.rows.length === 0 && (
        <p className="mt-3 text-soft">This pool names no role, so nobody gets credentials.</p>
      )}
      {after}
      <CeilingNote report={report} />
      {opened && cell && (
        <CellDialog row={opened.row} cell={cell} policies={report.policies} onClose={() => setOpened(null)} />
      )}
    </Section>
  )
}

type RowsProps = { report: ReachReport; onOpen: (opened: Opened) => void }

/** They stay as they are while a cell is open: there may be hundreds. */
const Rows = memo(function Rows({ report, onOpen }: RowsProps) {
  const services = servicesOf(report.rows)
  return (
    <TableFrame label="Who reaches what">
      <Table caption="Reach">
        <THead>
          <Tr>
            <Th>Who</Th>
            {services.map((service) => (
              <Th key={service}>{serviceName(service)}</Th>
            ))}
            {services.length === 0 && <Th>Services</Th>}
          </Tr>
        </THead>
        <tbody>
          {report.rows.map((row) => (
            <Tr key={`${row.kind} ${row.who} ${row.arn}`}>
              <Th scope="row" className="max-w-80 min-w-40 py-2 wrap-anywhere whitespace-normal!">
                <WhoName who={row.who} />
                {row.arn !== null && (
                  <span className="block text-xs font-normal wrap-anywhere text-soft">
                    <ForeignText text={roleName(row.arn)} />
                  </span>
                )}
              </Th>
              <Cells row={row} services={services} onOpen={(service) => onOpen({ row, service })} />
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
})

type CellsProps = { row: ReachRow; services: readonly string[]; onOpen: (service: string) => void }

function Cells({ row, services, onOpen }: CellsProps) {
  const span = Math.max(services.length, 1)
  if (row.unread !== null)
    return (
      <Td colSpan={span} wrap className="min-w-64 py-2 text-warning-ink">
        Not known: {row.unread.message}
        {row.unread.iamAction && ` It takes ${row.unread.iamAction}.`}
      </Td>
    )
  if (row.cells.length === 0)
    return (
      <Td colSpan={span} wrap className="text-soft">
        Nothing
      </Td>
    )
  return services.map((service) => {
    const cell = row.cells.find((one) => one.service === service)
    return (
      <Td key={service}>{cell ? <CellButton row={row} cell={cell} onOpen={() => onOpen(service)} /> : <None />}</Td>
    )
  })
}

const None = () => (
  <>
    <span aria-hidden className="text-faint">
      –
    </span>
    <span className="sr-only">Nothing</span>
  </>
)

function Exports({ report }: { report: ReachReport }) {
  return (
    <>
      <Button
        size="sm"
        onClick={() => download(codeFileName(report.name, 'reach.csv'), 'text/csv;charset=utf-8', reachCsv(report))}
      >
        Export as CSV
      </Button>
      <Button
        size="sm"
        onClick={() =>
          download(codeFileName(report.name, 'reach.json'), 'application/json', JSON.stringify(report, null, 2))
        }
      >
        Export as JSON
      </Button>
    </>
  )
}
