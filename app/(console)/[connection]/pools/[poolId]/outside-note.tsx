'use client'

import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { grouped } from '#lib/core/grouped.ts'
import { historyPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolReport } from '#lib/findings/queries.ts'

/** The last that was found changed outside, while that is young. */
export function OutsideNote({ pool }: { pool: PoolRef }) {
  const drift = useQuery(poolReport(pool)).data?.drift ?? null
  if (drift === null) return null
  return (
    <Callout
      className="mb-6"
      title="Changed outside Lifeguard"
      action={
        <ButtonLink size="sm" href={historyPath(pool)}>
          Open History
        </ButtonLink>
      }
    >
      {drift.count === 1 ? '1 difference' : `${grouped(drift.count)} differences`}, found{' '}
      <TimeStamp value={drift.at} zone />.
    </Callout>
  )
}
