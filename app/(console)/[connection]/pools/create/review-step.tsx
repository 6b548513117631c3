'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfigurationDiff } from '#components/configuration-diff.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { toCreateCommands } from '#lib/code/to-aws-cli.ts'
import { plannedFacts, plannedWarnings, toMakingPlan } from '#lib/pool-creation/new-pool.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

/** Everything that will be made, and what to know of it. */
export function ReviewStep({ connectionId }: { connectionId: string }) {
  const { control } = useFormContext<NewPoolSettings>()
  const plan = useWatch({ control, compute: (settings: NewPoolSettings) => toMakingPlan(connectionId, settings) })
  const warnings = plannedWarnings(plan.snapshot)
  return (
    <div className="space-y-4">
      {warnings.length > 0 && (
        <Callout tone="warning" title="Before you create it">
          <SentenceList label="Warnings" sentences={warnings} />
        </Callout>
      )}
      <ConfigurationDiff label="The new pool" changes={plannedFacts(plan)} />
      <CopyAsCli command={() => toCreateCommands(plan.snapshot, plan.place.region)} />
    </div>
  )
}
