'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { FormProvider, useForm, useFormState, useWatch } from 'react-hook-form'
import { FailureState } from '#components/failure-state.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { TagFields } from '#components/tag-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { useHydrated } from '#components/use-hydrated.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { errorShape } from '#lib/core/errors.ts'
import { laterSteps } from '#lib/pool-creation/creation-steps.ts'
import { startSettings } from '#lib/pool-creation/new-pool.ts'
import { poolCreation } from '#lib/pool-creation/queries.ts'
import { newPoolSchema, type NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { poolPath, poolsPath } from '#lib/core/paths.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { toast } from '#lib/client/toast.ts'
import { BasicsStep } from './basics-step.tsx'
import { ProvidersStep } from './providers-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { RolesStep } from './roles-step.tsx'
import { StepList } from './step-list.tsx'
import { UnfinishedPool } from './unfinished-pool.tsx'

const steps = ['Basics', 'Login providers', 'Roles', 'Tags', 'Review'] as const
const REVIEW = steps.length - 1

const fieldsOf: (keyof NewPoolSettings)[][] = [
  ['name', 'region', 'allowUnauthenticated', 'classicFlow'],
  [
    'userPools',
    'loginProviders',
    'twitter',
    'oidcProviderArns',
    'samlProviderArns',
    'developerProviderName',
    'principalTags',
  ],
  ['authenticatedRole', 'unauthenticatedRole'],
  ['tags'],
]

/** A pool in five steps, made only after its review; what fails after the pool was made can be finished here. */
export function CreatePoolForm({ connection }: { connection: ConnectionSummary }) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const denied = useDenial(connection.id, 'pools:create')
  const hydrated = useHydrated()
  const [step, setStep] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  const [made, setMade] = useState<Pool | null>(null)
  const [done, setDone] = useState<readonly string[]>([])
  const creation = useMutation(poolCreation(connection.id))
  const form = useForm<NewPoolSettings>({
    resolver: zodResolver(newPoolSchema),
    defaultValues: startSettings(connection.regions[0] ?? ''),
  })
  const { isDirty } = useFormState({ control: form.control })
  const settings = useWatch({ control: form.control, compute: (values: NewPoolSettings) => values })

  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])

  const create = () =>
    creation.mutate(
      { settings, made, done, onMade: setMade, onDone: (key) => setDone((before) => [...before, key]) },
      {
        onSuccess: (pool) => {
          toast({ title: `Created ${pool.name}`, tone: 'success' })
          router.push(poolPath({ connectionId: connection.id, poolId: pool.poolId }))
        },
        onSettled: () => void queryClient.invalidateQueries({ queryKey: poolKeys.all(connection.id) }),
      },
    )
  const forward = async () => {
    const valid = await form.trigger(fieldsOf[step], { shouldFocus: true })
    if (valid) setStep(step + 1)
  }
  const submit = () => (step === REVIEW ? form.handleSubmit(create)() : forward())

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Pools', href: poolsPath(connection.id) }]}
        title="Create pool"
        meta={<span>In {connection.name}</span>}
      />
      {denied && <Callout tone="warning">{denied}</Callout>}
      <LeaveGuard active={made === null ? isDirty && !creation.isSuccess : creation.isError} />
      {made ? (
        <UnfinishedPool
          connectionId={connection.id}
          pool={made}
          steps={laterSteps(settings)}
          done={done}
          error={creation.error}
          finishing={creation.isPending || creation.isSuccess}
          onFinish={create}
        />
      ) : (
        <FormProvider {...form}>
          <StepList steps={steps} current={step} onGo={setStep} />
          <form
            noValidate
            aria-label="Create pool"
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
          >
            <fieldset disabled={denied !== null || creation.isPending || !hydrated} className="max-w-4xl min-w-0">
              <h2 ref={heading} tabIndex={-1} className="mb-3 text-base font-semibold outline-none">
                {steps[step]}
              </h2>
              {step === 0 && <BasicsStep regions={connection.regions} />}
              {step === 1 && <ProvidersStep />}
              {step === 2 && <RolesStep />}
              {step === 3 && (
                <Card>
                  <TagFields />
                </Card>
              )}
              {step === REVIEW && <ReviewStep settings={settings} />}
            </fieldset>
            {creation.error && <CreationFailure error={creation.error} connectionId={connection.id} />}
            <div className="mt-6 flex max-w-4xl flex-wrap justify-end gap-2">
              {step > 0 && (
                <Button disabled={creation.isPending} onClick={() => setStep(step - 1)}>
                  Back
                </Button>
              )}
              <Button
                variant="primary"
                type="submit"
                disabled={denied !== null || !hydrated}
                pending={creation.isPending}
              >
                {step === REVIEW ? 'Create pool' : 'Next'}
              </Button>
            </div>
          </form>
        </FormProvider>
      )}
    </>
  )
}

function CreationFailure({ error, connectionId }: { error: unknown; connectionId: string }) {
  const unknown = errorShape(error).code === 'UNKNOWN_OUTCOME'
  return (
    <Card flush className="mt-4 max-w-4xl">
      <FailureState
        title={unknown ? 'It is not known whether the pool was created' : 'The pool was not created'}
        error={error}
        action={unknown && <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink>}
        compact
      />
    </Card>
  )
}
