'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { allChecks, checkById } from '#lib/findings/all-checks.ts'
import { bySeverity } from '#lib/findings/by-severity.ts'
import { poolReport } from '#lib/findings/queries.ts'
import { findingKey, type Finding, type PoolReport } from '#lib/findings/report.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { FindingItem } from './finding-item.tsx'
import { UncheckedNote } from './unchecked-note.tsx'

const OutsideNote = dynamic(() => import('./outside-note.tsx'))
const SuppressedFindings = dynamic(() => import('./suppressed-findings.tsx'))

/** What the checks found on the pool, what was suppressed, and what they could not look at. */
export function PoolFindings({ pool }: { pool: PoolRef }) {
  const query = useQuery(poolReport(pool))
  return (
    <Section title="Findings" className="mb-6">
      <Loaded query={query} title="The pool could not be checked" skeleton="h-24">
        {(report) => (
          <Report pool={pool} report={report} retrying={query.isFetching} onRetry={() => void query.refetch()} />
        )}
      </Loaded>
    </Section>
  )
}

const FindingGroup = dynamic(() => import('./finding-group.tsx').then((file) => file.FindingGroup))

/** So many findings of one check stand each for itself. */
const FEW = 3

function Alike({ pool, checkId, findings }: { pool: PoolRef; checkId: string; findings: readonly Finding[] }) {
  const check = checkById(checkId)
  if (check && findings.length > FEW) return <FindingGroup pool={pool} check={check} findings={findings} />
  return findings.map((finding) => <FindingItem key={findingKey(finding)} pool={pool} finding={finding} />)
}

type ReportProps = { pool: PoolRef; report: PoolReport; retrying: boolean; onRetry: () => void }

function Report({ pool, report, retrying, onRetry }: ReportProps) {
  const findings = report.findings.toSorted(bySeverity)
  const open = findings.filter(({ suppressed }) => suppressed === null)
  const suppressed = findings.filter((finding) => finding.suppressed !== null)
  const ran = allChecks.length - report.notRun.length
  return (
    <div className="space-y-3">
      {report.drift && <OutsideNote pool={pool} drift={report.drift} />}
      <Card flush>
        {open.length > 0 ? (
          <ul aria-label="Findings" className="divide-y divide-line">
            {[...Map.groupBy(open, ({ checkId }) => checkId)].map(([checkId, alike]) => (
              <Alike key={checkId} pool={pool} checkId={checkId} findings={alike} />
            ))}
          </ul>
        ) : (
          <p className="p-4 text-soft">
            {ran === 1 ? '1 check ran' : `${ran} checks ran`} and found nothing
            {suppressed.length > 0 ? ' that is not suppressed' : ''}.
          </p>
        )}
      </Card>
      <UncheckedNote report={report} retrying={retrying} onRetry={onRetry} />
      {suppressed.length > 0 && <SuppressedFindings pool={pool} findings={suppressed} />}
    </div>
  )
}
