'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfigurationDiff } from '#components/configuration-diff.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { toCreateCommands } from '#lib/code/to-aws-cli.ts'
import { plannedFacts, plannedWarnings, toMakingPlan } from '#lib/pool-creation/new-pool.ts'
import { plannedSections } from '#lib/pool-creation/planned-sections.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

type ReviewStepProps = {
  connectionId: string
  /** Opens a step by its name. */
  onChange: (step: string) => void
}

/** Everything that will be made, step by step, and what to know of it. */
export default function ReviewStep({ connectionId, onChange }: ReviewStepProps) {
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
      <section aria-label="The new pool" className="space-y-4">
        {plannedSections(plannedFacts(plan)).map(({ step, facts }) => (
          <section key={step} aria-label={step}>
            <div className="mb-1.5 flex items-center justify-between gap-2">
              <h3 className="font-medium">{step}</h3>
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Change ${step.toLowerCase()}`}
                onClick={() => onChange(step)}
              >
                Change
              </Button>
            </div>
            {facts.length === 0 ? (
              <p className="rounded-lg border border-line px-3 py-2 text-soft">None</p>
            ) : (
              <ConfigurationDiff label={step} changes={facts.map((fact) => ({ ...fact, isAnswer: true }))} />
            )}
          </section>
        ))}
      </section>
      <CopyAsCli command={() => toCreateCommands(plan.snapshot, plan.place.region)} />
    </div>
  )
}
