'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { auditFilterQuery } from '#lib/history/audit-filter.ts'
import { identityHistory } from '#lib/history/queries.ts'
import { AUDIT_PATH } from '#lib/core/paths.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { IdentityAuditItem } from './identity-audit-item.tsx'

/** The last that was done to the identity through Lifeguard, also when it is gone. */
export default function IdentityAudit({ identity }: { identity: IdentityRef }) {
  const query = useQuery(identityHistory(identity))
  const filter = { identity: identity.identityId, connection: identity.connectionId }
  return (
    <Section
      title="Audit entries"
      actions={
        <ButtonLink size="sm" href={`${AUDIT_PATH}${auditFilterQuery(filter)}`}>
          Open in the audit log
        </ButtonLink>
      }
    >
      <Loaded query={query} title="The audit log could not be read" skeleton="h-24">
        {({ entries, nextCursor }) => (
          <Card>
            {entries.length === 0 ? (
              <p className="text-soft">Nothing was done to it through Lifeguard. What others do is in CloudTrail.</p>
            ) : (
              <>
                <ul className="divide-y divide-line">
                  {entries.map((entry) => (
                    <IdentityAuditItem key={entry.operationId} entry={entry} identity={identity} />
                  ))}
                </ul>
                {nextCursor !== null && <p className="mt-3 text-xs text-soft">The audit log has earlier ones.</p>}
              </>
            )}
          </Card>
        )}
      </Loaded>
    </Section>
  )
}
