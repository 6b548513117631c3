'use client'

import { severityLabel, severityTone } from '#components/severity-badge.tsx'
import { badgeTones } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { severities, type Severity } from '#lib/findings/check.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolCounts } from '#lib/findings/pool-counts.ts'

type StripTileProps = {
  counts: PoolCounts | null
  /** Left out on a narrow screen. */
  isExtra: boolean
  /** What of it the filter shows. */
  pressed: Severity | 'all' | null
  onPress: (severity: Severity | null) => void
}

/** A pool's name and its numbers, each a button that shows those findings. */
export function StripTile({ counts, isExtra, pressed, onPress }: StripTileProps) {
  const look = `flex h-8 min-w-0 items-center gap-1 rounded-md border border-line bg-surface pr-1 pl-1 ${isExtra ? 'max-sm:hidden' : ''}`
  if (!counts)
    return (
      <li className={look}>
        <Skeleton className="mx-1.5 h-3 w-28" />
      </li>
    )
  const { poolId, name, bySeverity, unknown, notRun } = counts
  const total = [...bySeverity.values()].reduce((sum, count) => sum + count, 0)
  const label = poolId === null ? name : isolated(name)
  return (
    <li className={look}>
      <button
        type="button"
        aria-pressed={poolId === null ? undefined : pressed === 'all'}
        disabled={poolId === null && pressed === 'all'}
        onClick={() => onPress(null)}
        className="h-6 min-w-0 flex-1 truncate rounded-sm px-1.5 text-left hover:bg-hover disabled:cursor-default disabled:bg-transparent forced-colors:disabled:text-[CanvasText] aria-pressed:bg-active aria-pressed:font-medium forced-colors:aria-pressed:outline-1"
      >
        <ForeignText text={name} />
      </button>
      {unknown !== null ? (
        <span title={unknown} className="px-1.5 text-xs text-faint">
          Not checked
        </span>
      ) : total === 0 ? (
        <span title={notRun > 0 ? `${notRun} checks did not run` : undefined} className="px-1.5 text-xs text-faint">
          None found
        </span>
      ) : (
        severities.map((severity) => {
          const count = bySeverity.get(severity)
          const word = severityLabel(severity)
          if (!count) return <span key={severity} aria-hidden="true" className="w-9" />
          return (
            <button
              key={severity}
              type="button"
              aria-pressed={pressed === severity}
              title={`${count} ${word.toLowerCase()}`}
              onClick={() => onPress(severity)}
              className={`h-6 min-w-9 shrink-0 rounded-sm border px-1 text-xs font-medium whitespace-nowrap hover:brightness-95 aria-pressed:outline-2 aria-pressed:outline-ink ${badgeTones[severityTone(severity)]}`}
            >
              <span aria-hidden="true">{`${count} ${word[0]}`}</span>
              <span className="sr-only">{`${count} ${word.toLowerCase()}, ${label}`}</span>
            </button>
          )
        })
      )}
    </li>
  )
}
