'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { grouped } from '#lib/core/grouped.ts'
import type { IdentityMap } from '#lib/identity-map/identity-map.ts'

type MapsTableProps = { connectionId: string; maps: readonly IdentityMap[]; denied: string | null }

const DeleteMapDialog = dynamic(() => import('./delete-map-dialog.tsx'), { ssr: false })

/** The maps that are searched, and what deletes one. */
export function MapsTable({ connectionId, maps, denied }: MapsTableProps) {
  const [deleting, setDeleting] = useState<IdentityMap | null>(null)
  return (
    <Section title="Imported maps">
      {maps.length === 0 && <p className="text-soft">No map was imported on this connection.</p>}
      {maps.length > 0 && (
        <TableFrame label="Maps">
          <Table caption="Maps">
            <THead>
              <Tr>
                <Th>File</Th>
                <Th>Entries</Th>
                <Th>Imported by</Th>
                <Th>Imported (UTC)</Th>
                <Th>
                  <span className="sr-only">Delete it</span>
                </Th>
              </Tr>
            </THead>
            <tbody>
              {maps.map((map) => (
                <Tr key={map.mapId}>
                  <Th scope="row">
                    <ForeignText text={map.name} />
                  </Th>
                  <Td>{grouped(map.entries)}</Td>
                  <Td>
                    <ForeignText text={map.importedBy} />
                  </Td>
                  <Td>
                    <TimeStamp value={map.importedAt} />
                  </Td>
                  <Td className="text-right">
                    <Button
                      size="sm"
                      aria-label={`Delete ${map.name}`}
                      denied={denied}
                      onClick={() => setDeleting(map)}
                    >
                      Delete
                    </Button>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </TableFrame>
      )}
      {deleting && <DeleteMapDialog connectionId={connectionId} map={deleting} onClose={() => setDeleting(null)} />}
    </Section>
  )
}
