'use client'

import { Card } from '#components/ui/card.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { findingKey, type Finding } from '#lib/findings/report.ts'
import { FindingItem } from './finding-item.tsx'

/** What was found and does not count, folded away. */
export default function SuppressedFindings({ pool, findings }: { pool: PoolRef; findings: readonly Finding[] }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-soft hover:text-ink">
        {findings.length === 1 ? '1 suppressed finding' : `${findings.length} suppressed findings`}
      </summary>
      <Card flush className="mt-2">
        <ul aria-label="Suppressed findings" className="divide-y divide-line">
          {findings.map((finding) => (
            <FindingItem key={findingKey(finding)} pool={pool} finding={finding} />
          ))}
        </ul>
      </Card>
    </details>
  )
}
