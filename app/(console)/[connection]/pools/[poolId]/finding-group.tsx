import { ChevronRight } from 'lucide-react'
import { SeverityBadge } from '#components/severity-badge.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Check } from '#lib/findings/check.ts'
import { findingKey, type Finding } from '#lib/findings/report.ts'
import { FindingItem } from './finding-item.tsx'

type FindingGroupProps = { pool: PoolRef; check: Check; findings: readonly Finding[] }

/** Many findings of one check in a line, opened to show each. */
export function FindingGroup({ pool, check: { severity, title }, findings }: FindingGroupProps) {
  return (
    <li>
      <details className="group/kind">
        <summary className="flex cursor-pointer flex-wrap items-start gap-x-3 rounded-lg px-4 py-3 -outline-offset-2 hover:bg-hover">
          <span className="w-16 shrink-0">
            <SeverityBadge severity={severity} />
          </span>
          <h3 className="min-w-0 flex-1 font-medium text-ink">
            {title}
            <span className="font-normal text-soft">, {findings.length} findings</span>
          </h3>
          <ChevronRight className="mt-0.5 size-4 shrink-0 text-soft group-open/kind:rotate-90" />
        </summary>
        <ul aria-label={title} className="divide-y divide-line border-t border-line">
          {findings.map((finding) => (
            <FindingItem key={findingKey(finding)} pool={pool} finding={finding} />
          ))}
        </ul>
      </details>
    </li>
  )
}
