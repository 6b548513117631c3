'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { EntryFacts } from '#components/audit-entry/entry-facts.tsx'
import { EntryLinks } from '#components/audit-entry/entry-links.tsx'
import { CopyLink } from '#components/copy-link.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { AUDIT_PATH, auditEntryPath, auditRunPath } from '#lib/core/paths.ts'
import { entryTitle, runSummary } from '#lib/history/entry-summary.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import { auditEntry } from '#lib/history/queries.ts'

type EntryPageProps = { operationId: string; asRun: boolean }

/** One entry of the log at its own address, or the whole run that it is a batch of. */
export function EntryPage({ operationId, asRun }: EntryPageProps) {
  const query = useQuery(auditEntry(operationId))
  const { data: entry } = query
  const run = entry ? runSummary(entry) : null
  const whole = asRun && run !== null
  const path = whole ? auditRunPath(operationId) : auditEntryPath(operationId)
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Audit log', href: AUDIT_PATH }]}
        title={entry ? (whole ? entryTitle(entry) : operationLabel(entry.operation)) : 'Audit entry'}
        meta={
          run &&
          !whole && (
            <>
              <span>{`One ${entry?.run?.isErasure ? 'step of an erasure' : 'batch of a run'}: ${run}`}</span>
              <Link
                href={auditRunPath(operationId)}
                prefetch={false}
                className="rounded-sm text-accent-ink hover:underline"
              >
                Open the whole run
              </Link>
            </>
          )
        }
        actions={entry && <EntryLinks entry={entry} first={<CopyLink path={path} />} />}
      />
      <Loaded query={query} title="The entry could not be opened" skeleton="h-60">
        {(found) => (
          <Card>
            <EntryFacts key={path} entry={found} asRun={asRun} showBatches={asRun} />
          </Card>
        )}
      </Loaded>
    </>
  )
}
