import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { grouped } from '#lib/core/grouped.ts'
import { historyPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Drift } from '#lib/drift/changed-outside.ts'

/** The last that was found changed outside. */
export default function OutsideNote({ pool, drift }: { pool: PoolRef; drift: Drift }) {
  return (
    <Callout
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
