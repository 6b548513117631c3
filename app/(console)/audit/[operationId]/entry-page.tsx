'use client'

import { useQuery } from '@tanstack/react-query'
import { EntryFacts } from '#components/audit-entry/entry-facts.tsx'
import { EntryLinks } from '#components/audit-entry/entry-links.tsx'
import { CopyLink } from '#components/copy-link.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { AUDIT_PATH, auditEntryPath } from '#lib/core/paths.ts'
import { runSummary } from '#lib/history/entry-summary.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import { auditEntry } from '#lib/history/queries.ts'

/** One entry of the log at its own address. */
export function EntryPage({ operationId }: { operationId: string }) {
  const query = useQuery(auditEntry(operationId))
  const { data: entry } = query
  const run = entry ? runSummary(entry) : null
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Audit log', href: AUDIT_PATH }]}
        title={entry ? operationLabel(entry.operation) : 'Audit entry'}
        meta={run && <span>{`One batch of a run: ${run}`}</span>}
        actions={entry && <EntryLinks entry={entry} first={<CopyLink path={auditEntryPath(operationId)} />} />}
      />
      <Loaded query={query} title="The entry could not be opened" skeleton="h-60">
        {(found) => (
          <Card>
            <EntryFacts entry={found} />
          </Card>
        )}
      </Loaded>
    </>
  )
}
