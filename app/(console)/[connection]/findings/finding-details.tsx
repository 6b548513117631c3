'use client'

import Link from 'next/link'
import { DetailsPanel } from '#components/details/details-panel.tsx'
import type { Details } from '#components/details/use-details.ts'
import { FindingState } from '#components/findings/finding-state.tsx'
import { SeverityBadge } from '#components/severity-badge.tsx'
import { TrustDisclosure } from '#components/trust-policy/trust-disclosure.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { findingPath, poolPath, remedyPath } from '#lib/core/paths.ts'
import { checkById, isOfTrust } from '#lib/findings/all-checks.ts'
import { wordsOfCheck } from '#lib/findings/check-words.ts'
import { remedyWord } from '#lib/findings/check.ts'
import { keyOfFinding, type PoolFinding } from '#lib/findings/finding-filter.ts'

type FindingDetailsProps = {
  details: Details
  of: string
  connectionId: string
  findings: readonly PoolFinding[]
  /** The keys of the rows as they are shown. */
  order: readonly string[]
  /** Reports are still to come. */
  pending: boolean
}

/** One finding whole: what, where, why, what to do, and what can be done about it from here. */
export default function FindingDetails({ details, of, connectionId, findings, order, pending }: FindingDetailsProps) {
  const found = findings.find((one) => keyOfFinding(one) === of)
  const check = found && checkById(found.finding.checkId)
  if (!found || !check)
    return (
      <DetailsPanel details={details} shown={of} order={order} title="Finding">
        {pending ? (
          <Skeleton className="h-40 w-full" />
        ) : (
          <p className="text-soft">
            This is no finding any more: it was put right, its pool is gone, or the pool could not be checked.
          </p>
        )}
      </DetailsPanel>
    )
  const { finding, pool } = found
  const { suppressed } = finding
  const ref = { connectionId, poolId: pool.poolId }
  return (
    <DetailsPanel
      details={details}
      shown={of}
      order={order}
      title={check.title}
      footer={
        <>
          {!suppressed && (
            <ButtonLink variant="primary" href={remedyPath(ref, check.form, finding.checkId, finding.subject)}>
              {remedyWord(check)}
            </ButtonLink>
          )}
          <FindingState key={of} pool={ref} finding={finding} title={check.title} />
          <ButtonLink href={findingPath(ref, check.form, finding.checkId, finding.subject)}>Open its place</ButtonLink>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: 'Severity', detail: <SeverityBadge severity={check.severity} /> },
          {
            term: 'Pool',
            detail: (
              <span className="flex flex-wrap items-center gap-x-2">
                <Link
                  href={poolPath(ref)}
                  prefetch={false}
                  className="min-w-0 rounded-sm wrap-anywhere text-accent-ink hover:underline"
                >
                  <ForeignText text={pool.name} />
                </Link>
                <MonoId value={pool.poolId} shorten="always" copyLabel="Copy pool ID" />
              </span>
            ),
          },
          { term: 'Evidence', detail: <ForeignText text={finding.evidence} lines /> },
          ...(suppressed
            ? [
                {
                  term: 'Suppressed',
                  detail: (
                    <>
                      By {suppressed.by}, <TimeStamp value={suppressed.at} /> UTC:{' '}
                      <ForeignText text={suppressed.reason} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <section>
        <h3 className="font-medium text-ink">Why it matters</h3>
        <p className="mt-1">{wordsOfCheck(check).why}</p>
      </section>
      <section>
        <h3 className="font-medium text-ink">What to do</h3>
        <p className="mt-1">{wordsOfCheck(check).remedy}</p>
        {check.counterparts.length > 0 && (
          <p className="mt-2 text-xs text-soft">Also: {check.counterparts.join(', ')}</p>
        )}
        {isOfTrust(check) && (
          <div className="mt-3">
            <TrustDisclosure key={of} pool={ref} roleArn={finding.subject} />
          </div>
        )}
      </section>
    </DetailsPanel>
  )
}
