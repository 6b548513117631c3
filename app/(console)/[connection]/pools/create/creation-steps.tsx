'use client'

import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { MakingStatus } from '#components/make-pool/making-status.tsx'
import { TagFields } from '#components/tag-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { createLadder, LadderContext } from '#components/pool-roles/ladder.ts'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { toMakingPlan } from '#lib/pool-creation/new-pool.ts'
import { poolsPath } from '#lib/core/paths.ts'
import type { MakingPlan } from '#lib/pool-creation/pool-inputs.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { BasicsStep } from './basics-step.tsx'
import { ProvidersStep } from './providers-step.tsx'
import { fieldsOf, steps } from './step-fields.ts'
import { StepList } from './step-list.tsx'
import { useMendedErrors } from './use-mended-errors.ts'
import { useStep } from './use-step.ts'

const loadRoles = () => import('./roles-step.tsx')
const RolesStep = dynamic(loadRoles, { ssr: false, loading: () => <Skeleton className="h-60 w-full" /> })

const loadReview = () => import('./review-step.tsx')
const ReviewStep = dynamic(loadReview, { ssr: false, loading: () => <Skeleton className="h-60 w-full" /> })

const REVIEW = steps.length - 1

type CreationStepsProps = {
  connectionId: string
  regions: string[]
  /** The id of the note that says why nothing may be created, or null. */
  deniedBy: string | null
  /** Whether something from before is in the form; null while that is not known. */
  restored: { any: boolean } | null
  act: { isPending: boolean; error: unknown }
  onCreate: (plan: MakingPlan) => void
}

/** The form step by step: each is checked before the next, and the last makes the pool. */
export function CreationSteps({ connectionId, regions, deniedBy, restored, act, onCreate }: CreationStepsProps) {
  const form = useFormContext<NewPoolSettings>()
  const [ladder] = useState(createLadder)
  const [refused, setRefused] = useState(0)
  const { step, ready, forward, back } = useStep({
    names: steps,
    restored,
    async check(index) {
      ladder.countCheck()
      const isInOrder = await form.trigger(fieldsOf(steps[index] ?? '', form.getValues()), { shouldFocus: true })
      if (!isInOrder) setRefused((before) => before + 1)
      return isInOrder
    },
  })
  const denied = deniedBy !== null
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)

  useMendedErrors(form)
  useEffect(() => {
    // They are there before their steps are.
    void loadRoles()
    void loadReview()
  }, [])
  const { setFocus } = form
  const onReady = useEffectEvent(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (step === 0 && isFree) setFocus('name')
  })
  useEffect(() => {
    if (ready) onReady()
  }, [ready])
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
        aria-describedby={deniedBy ?? undefined}
        onSubmit={(event) => {
          event.preventDefault()
          void (step === REVIEW ? create() : forward())
        }}
      >
        <LiveFieldset disabled={denied || act.isPending || !ready} className="mb-4 max-w-form min-w-0">
          <h2 ref={heading} tabIndex={-1} className="mb-3 text-base font-semibold outline-none">
            {steps[step]}
          </h2>
          {step === 0 && <BasicsStep regions={regions} />}
          {step === 1 && <ProvidersStep connectionId={connectionId} />}
          {step === 2 && (
            <LadderContext value={ladder}>
              <RolesStep refused={refused} />
            </LadderContext>
          )}
          {step === 3 && (
            <Card>
              <TagFields />
            </Card>
          )}
          {step === REVIEW && (
            <ReviewStep connectionId={connectionId} onChange={(name) => back(steps.findIndex((one) => one === name))} />
          )}
        </LiveFieldset>
        <MakingStatus
          act={act}
          connectionId={connectionId}
          failed="The pool was not created"
          unknown="It is not known whether the pool was created"
          without
        />
        <LiveFieldset className="mt-6 flex max-w-form flex-wrap justify-end gap-2">
          <span className="mr-auto">
            <ButtonLink href={poolsPath(connectionId)}>Cancel</ButtonLink>
          </span>
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
