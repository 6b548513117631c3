import Link from 'next/link'
import { severityLabel } from '#components/severity-badge.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import { bySeverity } from '#lib/findings/by-severity.ts'
import type { Severity } from '#lib/findings/check.ts'
import { findingKey, type Finding } from '#lib/findings/report.ts'
import { isolated } from '#lib/core/isolated.ts'
import { remedyPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** More than these are told as a number: the list below the picture has them all. */
const SHOWN = 2

/** How much room so many dots take beside a chip, in rem. */
export const dotsWidth = (count: number): number => {
  if (count === 0) return 0
  return 0.75 + (count > SHOWN + 1 ? SHOWN * 1.5 + 2.25 : count * 1.5)
}

/** Told by shape as well as by colour: a diamond, a disc, a ring. */
const looks: Record<Severity, string> = {
  critical: 'rotate-45 border-danger bg-danger ring-2 ring-danger-line forced-colors:bg-[LinkText]',
  high: 'rotate-45 border-danger bg-danger forced-colors:bg-[LinkText]',
  medium: 'rounded-full border-warning bg-warning forced-colors:bg-[LinkText]',
  low: 'rounded-full border-control bg-surface',
}

/** Findings as dots, each a link to the form that puts it right. */
export function FlowDots({ pool, found }: { pool: PoolRef; found: readonly Finding[] }) {
  const sorted = found.toSorted(bySeverity)
  const shown = sorted.slice(0, sorted.length > SHOWN + 1 ? SHOWN : SHOWN + 1)
  const left = sorted.length - shown.length
  return (
    <span className="flex items-center">
      {shown.map((finding) => (
        <FlowDot key={findingKey(finding)} pool={pool} finding={finding} />
      ))}
      {left > 0 && (
        <a
          href="#findings"
          className="rounded-full border border-line-strong bg-surface px-1.5 text-xs text-soft hover:text-ink"
        >
          +{left}
          <span className="sr-only"> findings</span>
        </a>
      )}
    </span>
  )
}

function FlowDot({ pool, finding: { checkId, subject, evidence } }: { pool: PoolRef; finding: Finding }) {
  const check = checkById(checkId)
  if (!check) return null
  const text = `${severityLabel(check.severity)}: ${check.title}. ${isolated(evidence)}`
  return (
    <Link
      href={remedyPath(pool, check.form, checkId, subject)}
      prefetch={false}
      title={text}
      aria-label={text}
      className="grid size-6 place-items-center rounded-full"
    >
      <span className={`block size-3 border-2 ${looks[check.severity]}`} />
    </Link>
  )
}
