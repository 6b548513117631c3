'use client'

import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { MakingStatus } from '#components/make-pool/making-status.tsx'
import { TagFields } from '#components/tag-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { toMakingPlan } from '#lib/pool-creation/new-pool.ts'
import type { MakingPlan } from '#lib/pool-creation/pool-inputs.ts'
import { newPoolSchema, type NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { BasicsStep } from './basics-step.tsx'
import { ProvidersStep } from './providers-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { RolesStep } from './roles-step.tsx'
import { StepList } from './step-list.tsx'
import { useStep } from './use-step.ts'

const steps = ['Basics', 'Login providers', 'Roles', 'Tags', 'Review'] as const
const REVIEW = steps.length - 1

const checkedLater: { [step: string]: readonly (keyof NewPoolSettings)[] } = {
  'Login providers': [
    'userPools',
    'loginProviders',
    'twitter',
    'oidcProviderArns',
    'samlProviderArns',
    'developerProviderName',
    'principalTags',
  ],
  Roles: ['authenticatedRole', 'unauthenticatedRole'],
  Tags: ['tags'],
}

/** What is checked at a step; whatever no later one checks is checked at the first. */
function fieldsOf(step: string): readonly (keyof NewPoolSettings)[] {
  const later = Object.values(checkedLater).flat()
  return checkedLater[step] ?? newPoolSchema.keyof().options.filter((field) => !later.includes(field))
}

type CreationStepsProps = {
  connectionId: string
  regions: string[]
  denied: boolean
  /** Whether something from before is in the form; null while that is not known. */
  restored: { any: boolean } | null
  act: { isPending: boolean; error: unknown }
  onCreate: (plan: MakingPlan) => void
}

/** The form step by step: each is checked before the next, and the last makes the pool. */
export function CreationSteps({ connectionId, regions, denied, restored, act, onCreate }: CreationStepsProps) {
  const form = useFormContext<NewPoolSettings>()
  const { step, ready, forward, back } = useStep({
    names: steps,
    restored,
    check: (index) => form.trigger(fieldsOf(steps[index] ?? ''), { shouldFocus: true }),
  })
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)

  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])

  const create = form.handleSubmit((settings) => onCreate(toMakingPlan(connectionId, settings)))
  return (
    <>
      <StepList steps={steps} current={step} onGo={back} />
      <form
        noValidate
        aria-label="Create pool"
        onSubmit={(event) => {
          event.preventDefault()
          void (step === REVIEW ? create() : forward())
        }}
      >
        <LiveFieldset disabled={denied || act.isPending || !ready} className="mb-4 max-w-4xl min-w-0">
          <h2 ref={heading} tabIndex={-1} className="mb-3 text-base font-semibold outline-none">
            {steps[step]}
          </h2>
          {step === 0 && <BasicsStep regions={regions} />}
          {step === 1 && <ProvidersStep />}
          {step === 2 && <RolesStep />}
          {step === 3 && (
            <Card>
              <TagFields />
            </Card>
          )}
          {step === REVIEW && <ReviewStep connectionId={connectionId} />}
        </LiveFieldset>
        <MakingStatus
          act={act}
          connectionId={connectionId}
          failed="The pool was not created"
          unknown="It is not known whether the pool was created"
          without
        />
        <LiveFieldset className="mt-6 flex max-w-4xl flex-wrap justify-end gap-2">
          {step > 0 && (
            <Button disabled={act.isPending} onClick={() => back(step - 1)}>
              Back
            </Button>
          )}
          <Button variant="primary" type="submit" disabled={denied || !ready} pending={act.isPending}>
            {step === REVIEW ? 'Create pool' : 'Next'}
          </Button>
        </LiveFieldset>
      </form>
    </>
  )
}
