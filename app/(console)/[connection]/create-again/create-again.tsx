'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { MakePoolForm } from '#components/make-pool/make-pool-form.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { AUDIT_PATH, auditEntryPath, poolsPath } from '#lib/core/paths.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { deletionSnapshot, notKept } from '#lib/history/deletion-snapshot.ts'
import { auditEntry } from '#lib/history/queries.ts'
import type { StoredDeletion } from '#lib/history/stored-deletion.ts'

type CreateAgainProps = { connectionId: string; operationId: string }

/** Makes a deleted pool anew, as the entry of its deletion has it. */
export function CreateAgain({ connectionId, operationId }: CreateAgainProps) {
  const query = useQuery(auditEntry(operationId))
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Pools', href: poolsPath(connectionId) },
          { label: 'Deletion', href: auditEntryPath(operationId) },
        ]}
        title={query.data?.poolName ? `Create ${isolated(query.data.poolName)} again` : 'Create this pool again'}
      />
      <Loaded query={query} title="The entry of the deletion could not be opened" skeleton="h-80">
        {(entry) =>
          entry.deleted ? (
            <Again entry={entry} deleted={entry.deleted} connectionId={connectionId} />
          ) : (
            <EmptyState
              title="This entry is not of a deleted pool"
              text="A pool can be created again from the entry of its deletion."
              action={<ButtonLink href={AUDIT_PATH}>Go to the audit log</ButtonLink>}
            />
          )
        }
      </Loaded>
    </>
  )
}

type AgainProps = { entry: AuditEntry; deleted: StoredDeletion; connectionId: string }

function Again({ entry, deleted, connectionId }: AgainProps) {
  const missing = notKept(deleted)
  return (
    <>
      <Callout title="What does not come back" className="mb-6">
        <ul className="list-disc space-y-1 pl-4">
          <li>
            The pool ID: the new pool gets one of its own. Apps must be told it, and a role gives credentials to users
            of the new pool only when its trust policy names the new ID.
          </li>
          <li>
            Identities, their links to logins and to developer user identifiers: everyone starts with a new identity,
            and what apps keep under the old IDs is not found by it.
          </li>
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Callout>
      <MakePoolForm
        snapshot={deletionSnapshot(deleted)}
        place={{ connectionId, region: entry.region ?? '', name: deleted.pool.name }}
      />
    </>
  )
}
