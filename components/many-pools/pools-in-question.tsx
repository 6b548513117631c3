import { grouped } from '#lib/core/grouped.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PoolPlan } from './pool-plan.ts'

/** The list is for reading; a longer one is counted below it. */
const SHOWN = 100

/** Pool by pool what an act would change, and why one is left out. */
export function PoolsInQuestion({ plans }: { plans: readonly PoolPlan<unknown>[] }) {
  return (
    <div>
      <ul aria-label="Pools" className="max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {plans.slice(0, SHOWN).map((plan) => (
          <li key={plan.poolId} className="grid gap-2 px-3 py-2 sm:grid-cols-2">
            <span className="min-w-0">
              <span className="block font-medium wrap-anywhere">
                <ForeignText text={plan.name} />
              </span>
              <span className="block font-mono text-xs wrap-anywhere text-soft">{plan.poolId}</span>
            </span>
            <Plan plan={plan} />
          </li>
        ))}
      </ul>
      {plans.length > SHOWN && (
        <p className="mt-1 text-xs text-soft">{`The first ${SHOWN} of ${grouped(plans.length)}.`}</p>
      )}
    </div>
  )
}

function Plan({ plan }: { plan: PoolPlan<unknown> }) {
  if (plan.kind === 'reading') return <Skeleton className="h-4 w-32" />
  if (plan.kind === 'left') return <p className="wrap-anywhere text-soft">{plan.why}</p>
  return (
    <div className="min-w-0 space-y-1">
      <ConfigurationDiff label={`Change of ${plan.name}`} changes={plan.changes} />
      {plan.notes.map((note) => (
        <p key={note} className="text-xs wrap-anywhere text-warning-ink">
          {note}
        </p>
      ))}
    </div>
  )
}
