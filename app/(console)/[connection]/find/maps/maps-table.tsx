'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { useOperation } from '#components/use-operation.ts'
import { errorShape } from '#lib/core/errors.ts'
import { grouped } from '#lib/core/grouped.ts'
import type { IdentityMap } from '#lib/identity-map/identity-map.ts'
import { identityMapKeys, mapDeletion } from '#lib/identity-map/queries.ts'

type MapsTableProps = { connectionId: string; maps: readonly IdentityMap[]; denied: string | null }

/** The maps that are searched, and what deletes one. */
export function MapsTable({ connectionId, maps, denied }: MapsTableProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  const { run, renew, error, isPending } = useOperation(mapDeletion)
  const remove = (mapId: string) => {
    renew()
    const onSuccess = () => {
      setAsked(null)
      void client.invalidateQueries({ queryKey: identityMapKeys.connection(connectionId) })
    }
    run({ connectionId, mapId }, { onSuccess })
  }
  if (maps.length === 0) return <p className="text-soft">No map was imported on this connection.</p>
  return (
    <Section title="Imported maps">
      {error && <ErrorState compact title="The map was not deleted" {...errorShape(error)} />}
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
            {maps.map(({ mapId, name, entries, importedBy, importedAt }) => (
              <Tr key={mapId}>
                <Th scope="row">
                  <ForeignText text={name} />
                </Th>
                <Td>{grouped(entries)}</Td>
                <Td>
                  <ForeignText text={importedBy} />
                </Td>
                <Td>
                  <TimeStamp value={importedAt} />
                </Td>
                <Td className="text-right">
                  {asked === mapId ? (
                    <span className="inline-flex gap-2">
                      <Button size="sm" variant="danger" pending={isPending} onClick={() => remove(mapId)}>
                        Delete for good
                      </Button>
                      <Button size="sm" ref={focusOn} onClick={() => setAsked(null)}>
                        Keep it
                      </Button>
                    </span>
                  ) : (
                    <Button size="sm" aria-label={`Delete ${name}`} denied={denied} onClick={() => setAsked(mapId)}>
                      Delete
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </Section>
  )
}

/** The harmless choice. */
const focusOn = (button: HTMLButtonElement | null) => button?.focus()
