'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import { FormProvider, useForm, useFormState } from 'react-hook-form'
import { useMaking } from '#components/make-pool/use-making.ts'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { useLateResolver } from '#components/save/use-late-resolver.ts'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { startSettings } from '#lib/pool-creation/new-pool.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { madePoolPath, poolsPath } from '#lib/core/paths.ts'
import { CreationSteps } from './creation-steps.tsx'
import { dropDraft } from './pool-draft.ts'
import { UnfinishedPool } from './unfinished-pool.tsx'
import { usePoolDraft } from './use-pool-draft.ts'

const loadResolver = async () => (await import('./new-pool-resolver.ts')).newPoolResolver

/** A pool in five steps, made only after its review; what fails after the pool was made can be finished here. */
export function CreatePoolForm({ connection: { id: connectionId, name, regions } }: { connection: ConnectionSummary }) {
  const router = useRouter()
  const note = useId()
  const denied = useDenial(connectionId, 'pools:create')
  const { act, plan, making, make } = useMaking({
    onMade: (poolId) => router.push(madePoolPath({ connectionId, poolId })),
  })
  const [start] = useState(() => startSettings(regions[0] ?? ''))
  const form = useForm<NewPoolSettings>({ resolver: useLateResolver(loadResolver), defaultValues: start })
  const { restored, drop } = usePoolDraft(connectionId, form, start)
  const { isDirty } = useFormState({ control: form.control })
  const isMade = making.poolId !== null
  useEffect(() => {
    if (isMade) dropDraft(connectionId)
  }, [isMade, connectionId])
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]}
        title="Create pool"
        meta={<span>In {name}</span>}
      />
      <div className="max-w-form">
        <ReadOnlyNote id={note} denied={denied} />
      </div>
      <LeaveGuard active={isMade ? act.isError : isDirty && !act.isSuccess} onLeave={drop} />
      {making.poolId === null || plan === null ? (
        <FormProvider {...form}>
          <CreationSteps
            connectionId={connectionId}
            regions={regions}
            deniedBy={denied === null ? null : note}
            restored={restored}
            act={act}
            onCreate={make}
          />
        </FormProvider>
      ) : (
        <UnfinishedPool plan={plan} making={making} poolId={making.poolId} act={act} onFinish={() => make(plan)} />
      )}
    </>
  )
}
