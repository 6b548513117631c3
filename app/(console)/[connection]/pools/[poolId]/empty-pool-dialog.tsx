'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { TypeToConfirm } from '#components/save/type-to-confirm.tsx'
import { OtherJobs } from '#components/jobs/other-jobs.tsx'
import { DeletionConsequences } from '#components/delete-identities/deletion-consequences.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { isolated } from '#lib/core/isolated.ts'
import { jobPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolEmptying } from '#lib/jobs/queries.ts'
import { IdentityScan } from './identity-scan.tsx'

type EmptyPoolDialogProps = { pool: PoolRef; name: string; onClose: () => void }

/** Deletes every identity of a pool as a job, and leads to it. */
export default function EmptyPoolDialog({ pool, name, onClose }: EmptyPoolDialogProps) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const why = useReason()
  const act = useOperation(poolEmptying)
  return (
    <ConfirmDialog
      title={`Delete every identity of ${isolated(name)}`}
      act={act}
      confirmLabel="Delete every identity"
      initialFocus={field}
      ready={typed === name && why.ready}
      failed="The deletion was not started"
      unknown="Nobody knows whether the deletion was started: look at the jobs"
      onConfirm={() => act.run({ pool, reason: why.reason }, { onSuccess: (job) => router.push(jobPath(job)) })}
      onLook={act.renew}
      onClose={onClose}
    >
      <IdentityScan pool={pool} />
      <p className="text-soft">
        A job lists the pool and deletes page by page until it is empty: guests and users, also those that come while it
        runs. The pool itself and its configuration stay.
      </p>
      <OtherJobs pool={pool} />
      <DeletionConsequences count={2} pool={pool} />
      <TextField
        ref={field}
        label={<TypeToConfirm word={name} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ReasonField {...why.field} />
    </ConfirmDialog>
  )
}
