'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { operationLabel } from '#lib/history/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { auditFilterQuery } from '#lib/history/audit-filter.ts'
import { identityHistory } from '#lib/history/queries.ts'
import { AUDIT_PATH } from '#lib/core/paths.ts'
import type { IdentityRef } from '#lib/core/refs.ts'

/** The last that was done to the identity through Lifeguard, also when it is gone. */
export function IdentityAudit({ identity }: { identity: IdentityRef }) {
  const query = useQuery(identityHistory(identity))
  const filter = { text: identity.identityId, connection: identity.connectionId, outcome: null }
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
                  {entries.map(({ operationId, operation, outcome, actor, startedAt, error: cause }) => (
                    <li key={operationId} className="space-y-0.5 py-2 first:pt-0 last:pb-0">
                      <p className="flex flex-wrap items-center justify-between gap-2">
                        <span className="font-medium">{operationLabel(operation)}</span>
                        <OutcomeBadge outcome={outcome} />
                      </p>
                      <p className="text-xs text-soft">
                        {actor.name} ({actor.role}), <TimeStamp value={startedAt} /> UTC
                      </p>
                      {cause && <p className="text-xs wrap-anywhere text-soft">{cause.message}</p>}
                    </li>
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
