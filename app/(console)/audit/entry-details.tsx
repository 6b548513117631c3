'use client'

import { useQuery } from '@tanstack/react-query'
import { EntryFacts } from '#components/audit-entry/entry-facts.tsx'
import { EntryLinks } from '#components/audit-entry/entry-links.tsx'
import { CopyLink } from '#components/copy-link.tsx'
import { DetailsPanel } from '#components/details/details-panel.tsx'
import type { Details } from '#components/details/use-details.ts'
import { Loaded } from '#components/loaded.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { pathOf } from '#lib/history/as-run.ts'
import { entryTitle } from '#lib/history/entry-summary.ts'
import { auditEntry } from '#lib/history/queries.ts'

type EntryDetailsProps = { details: Details; operationId: string; entries: readonly AuditEntry[] }

/** Everything that the log has of one entry, with its address: at once where the list has it. */
export default function EntryDetails({ details, operationId, entries }: EntryDetailsProps) {
  const listed = entries.find((entry) => entry.operationId === operationId)
  const query = useQuery({ ...auditEntry(operationId), enabled: listed === undefined })
  const entry = listed ?? query.data
  return (
    <DetailsPanel
      details={details}
      shown={operationId}
      order={entries.map((one) => one.operationId)}
      title={entry ? entryTitle(entry) : 'Audit entry'}
      footer={
        entry && (
          <EntryLinks
            entry={entry}
            first={
              <>
                <ButtonLink href={pathOf(entry)}>{entry.run ? 'Open the run' : 'Open the entry'}</ButtonLink>
                <CopyLink key={operationId} path={pathOf(entry)} />
              </>
            }
          />
        )
      }
    >
      {entry ? (
        <EntryFacts key={operationId} entry={entry} asRun />
      ) : (
        <Loaded query={query} title="The entry could not be opened" skeleton="h-60">
          {() => null}
        </Loaded>
      )}
    </DetailsPanel>
  )
}
