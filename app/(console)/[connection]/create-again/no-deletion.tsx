import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { AUDIT_PATH, poolsPath } from '#lib/core/paths.ts'
import { auditFilterQuery } from '#lib/history/audit-filter.ts'

/** In place of the form when the address names no entry of a deletion. */
export function NoDeletion({ connectionId }: { connectionId: string }) {
  const deletions = `${AUDIT_PATH}${auditFilterQuery({ operation: 'DeleteIdentityPool', connection: connectionId })}`
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]}
        title="Create a deleted pool again"
      />
      <EmptyState
        title="The address names no deleted pool"
        text="Here a pool that was deleted through Lifeguard is made anew from the audit log. Open the entry of its deletion and choose Create this pool again."
        action={<ButtonLink href={deletions}>Show the deletions of pools</ButtonLink>}
      />
    </>
  )
}
