'use client'

import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { UncheckedPool } from '#lib/findings/findings-csv.ts'
import type { PoolReport } from '#lib/findings/report.ts'

type UncheckedProps = {
  reports: readonly PoolReport[]
  unchecked: readonly UncheckedPool[]
  retrying: boolean
  onRetry: () => void
}

/** Pools that were not checked and checks that did not run or saw only a part, and why: the table alone would hide it. */
export function Unchecked({ reports, unchecked, retrying, onRetry }: UncheckedProps) {
  const notRun = Map.groupBy(
    reports.flatMap(({ poolId, notRun }) => notRun.map((check) => ({ ...check, poolId }))),
    ({ error }) => error.message,
  )
  const notChecked = Map.groupBy(unchecked, ({ error }) => error.message)
  const partly = Map.groupBy(
    reports.flatMap(({ poolId, notes }) => notes.map((note) => ({ ...note, poolId }))),
    ({ checkId, note }) => `${checkId} ${note}`,
  )
  if (notRun.size + notChecked.size + partly.size === 0) return null
  return (
    <Callout
      className="mb-3"
      tone={notChecked.size > 0 ? 'warning' : 'info'}
      title="Not everything could be checked"
      action={
        notRun.size + notChecked.size > 0 && (
          <Button size="sm" pending={retrying} onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <ul aria-label="Not checked" className="space-y-1">
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
              <span className="text-xs text-soft">{checks.join(' · ')}</span>
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
    </Callout>
  )
}

function poolCount(all: readonly { poolId: string }[]): string {
  const count = new Set(all.map(({ poolId }) => poolId)).size
  return count === 1 ? '1 pool' : `${count} pools`
}
