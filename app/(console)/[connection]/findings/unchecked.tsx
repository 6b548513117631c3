'use client'

import { Button } from '#components/ui/button.tsx'
import { ChevronRight, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Spinner } from '#components/ui/spinner.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { UncheckedPool } from '#lib/findings/findings-csv.ts'
import { isInVain } from '#lib/findings/is-in-vain.ts'
import type { PoolReport } from '#lib/findings/report.ts'

type UncheckedProps = {
  reports: readonly PoolReport[]
  unchecked: readonly UncheckedPool[]
  /** The first reports are still to come. */
  pending: boolean
  /** Not a single pool could be read. */
  isUnknown: boolean
  retrying: boolean
  onRetry: () => void
}

/**
 * Pools that were not checked and checks that did not run or saw only a part, and why: the table alone would hide it.
 * One line from the start, which moves nothing when all that is known.
 */
export function Unchecked({ reports, unchecked, pending, isUnknown, retrying, onRetry }: UncheckedProps) {
  const notRun = Map.groupBy(
    reports.flatMap(({ poolId, notRun }) => notRun.map((check) => ({ ...check, poolId }))),
    ({ error }) => error.message,
  )
  const notChecked = Map.groupBy(unchecked, ({ error }) => error.message)
  const partly = Map.groupBy(
    reports.flatMap(({ poolId, notes }) => notes.map((note) => ({ ...note, poolId }))),
    ({ checkId, note }) => `${checkId} ${note}`,
  )
  if (pending) return <Line icon={<Spinner />}>Checking pools…</Line>
  if (notRun.size + notChecked.size + partly.size === 0)
    return isUnknown ? (
      <Line icon={<Info className="size-4" />}>No pool was checked.</Line>
    ) : (
      <Line icon={<CircleCheck className="size-4" />}>Every check ran on every pool that could be listed.</Line>
    )
  return (
    <div className="relative mb-3">
      <details className="group rounded-lg border border-line bg-hover">
        <summary className="flex h-9 cursor-pointer list-none [&::-webkit-details-marker]:hidden items-center gap-2.5 rounded-lg px-3 pr-24 font-medium -outline-offset-2">
          <ChevronRight className="size-4 shrink-0 text-soft group-open:rotate-90" />
          {notChecked.size > 0 ? (
            <TriangleAlert className="size-4 shrink-0 text-warning-ink" />
          ) : (
            <Info className="size-4 shrink-0 text-soft" />
          )}
          <span className="truncate">Not everything could be checked</span>
        </summary>
        <ul aria-label="Not checked" className="space-y-1 p-3 pt-1 pl-16 wrap-anywhere text-ink/85">
          {[...notChecked].map(([reason, pools]) => (
            <li key={reason}>
              {`${pools.length === 1 ? '1 pool was' : `${pools.length} pools were`} not checked: ${reason}`}{' '}
              <span className="text-xs text-soft">{pools.map(({ pool }) => pool.name).join(', ')}</span>
            </li>
          ))}
          {[...notRun].map(([reason, all]) => {
            const checks = [...new Set(all.map(({ checkId }) => checkById(checkId)?.title ?? checkId))]
            return (
              <li key={reason}>
                {`${checks.length === 1 ? '1 check' : `${checks.length} checks`} did not run on ${poolCount(all)}: ${reason}`}{' '}
                {all[0]?.error.hint} <span className="text-xs text-soft">{checks.join(' · ')}</span>
              </li>
            )
          })}
          {[...partly].map(([key, all]) => (
            <li key={key}>
              {`1 check saw only a part of ${poolCount(all)}: ${all[0]?.note}`}{' '}
              <span className="text-xs text-soft">{checkById(all[0]?.checkId ?? '')?.title}</span>
            </li>
          ))}
        </ul>
      </details>
      {(notChecked.size > 0 || reports.some(({ notRun }) => !notRun.every(isInVain))) && (
        <Button size="sm" className="absolute top-1 right-1" pending={retrying} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <p className="mb-3 flex h-9 items-center gap-2.5 rounded-lg border border-line px-3 text-soft">
    {icon}
    <span className="truncate">{children}</span>
  </p>
)

function poolCount(all: readonly { poolId: string }[]): string {
  const count = new Set(all.map(({ poolId }) => poolId)).size
  return count === 1 ? '1 pool' : `${count} pools`
}
