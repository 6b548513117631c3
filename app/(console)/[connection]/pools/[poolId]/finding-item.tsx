'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { FindingState } from '#components/findings/finding-state.tsx'
import { SeverityBadge } from '#components/severity-badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import { remedyWord } from '#lib/findings/check.ts'
import type { Finding } from '#lib/findings/report.ts'
import { findingPath, remedyPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'

const FindingWhy = dynamic(() => import('./finding-why.tsx'), { ssr: false })

/** One finding: what, where, why, what to do, and whether it counts. */
export function FindingItem({ pool, finding }: { pool: PoolRef; finding: Finding }) {
  const [opened, setOpened] = useState(false)
  const check = checkById(finding.checkId)
  if (!check) return null
  const { severity, title } = check
  const { suppressed } = finding
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      <span className="w-16 shrink-0">
        <SeverityBadge severity={severity} />
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-medium text-ink">
          <Link
            href={findingPath(pool, check.form, finding.checkId, finding.subject)}
            className="rounded-sm hover:underline"
          >
            {title}
          </Link>
        </h3>
        <p className="wrap-anywhere text-soft">
          <ForeignText text={finding.evidence} />
        </p>
        {suppressed && (
          <p className="mt-1 wrap-anywhere">
            Suppressed by {suppressed.by}, <TimeStamp value={suppressed.at} /> UTC:{' '}
            <ForeignText text={suppressed.reason} />
          </p>
        )}
        <details className="mt-1" onToggle={({ currentTarget }) => setOpened(currentTarget.open || opened)}>
          <summary className="w-fit cursor-pointer rounded-sm text-xs text-soft hover:text-ink">
            Why it matters and what to do
          </summary>
          {opened && <FindingWhy pool={pool} finding={finding} check={check} />}
        </details>
      </div>
      {!suppressed && (
        <ButtonLink size="sm" href={remedyPath(pool, check.form, finding.checkId, finding.subject)}>
          <span aria-hidden>{remedyWord(check)}</span>
          <span className="sr-only">
            {remedyWord(check)}: {[title, finding.subject].filter(Boolean).join(', ')}
          </span>
        </ButtonLink>
      )}
      <FindingState pool={pool} finding={finding} title={title} inList />
    </li>
  )
}
