'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { OtherJobs } from '#components/jobs/other-jobs.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { TypeToConfirm } from '#components/save/type-to-confirm.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { toDeletePoolCommand } from '#lib/code/to-aws-cli.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { identityKeys } from '#lib/identities/queries.ts'
import { poolsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDeletion } from '#lib/pool-deletion/queries.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import { taggedProviders, untaggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { toast } from '#lib/client/toast.ts'
import { IdentityScan } from './identity-scan.tsx'

type DeletePoolDialogProps = { pool: PoolRef; detail: Pool; onClose: () => void }

export default function DeletePoolDialog({ pool, detail, onClose }: DeletePoolDialogProps) {
  const { name } = detail
  const router = useRouter()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const deletion = useOperation(poolDeletion)
  const refresh = () => void queryClient.invalidateQueries({ queryKey: poolKeys.all(pool.connectionId) })

  const remove = () =>
    deletion.run(
      { pool },
      {
        onSuccess: () => {
          toast({ title: `Deleted ${isolated(name)}`, tone: 'success' })
          router.push(poolsPath(pool.connectionId))
          queryClient.removeQueries({ queryKey: identityKeys.pool(pool) })
          void queryClient.invalidateQueries({ queryKey: [...poolKeys.all(pool.connectionId), 'list'] })
          onClose()
        },
      },
    )

  return (
    <ConfirmDialog
      title={`Delete ${isolated(name)}`}
      act={deletion}
      confirmLabel="Delete pool"
      initialFocus={field}
      ready={typed === name}
      failed="The pool was not deleted"
      unknown="Nobody knows whether the pool was deleted"
      onConfirm={remove}
      onLook={refresh}
      onClose={onClose}
    >
      <Callout tone="danger" title="This cannot be undone">
        <ul className="list-disc space-y-1 pl-4">
          <li>Every app that uses this pool stops getting identities and AWS credentials at once.</li>
          <LostLogins detail={detail} />
          <li>All its identities and their links to logins are deleted, however many there are.</li>
          <li>Its IAM roles stay, and so does the data that apps keep under identity IDs.</li>
        </ul>
      </Callout>
      <OtherJobs pool={pool} />
      <IdentityScan pool={pool} />
      <TextField
        ref={field}
        label={<TypeToConfirm word={name} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <CopyAsCli command={() => toDeletePoolCommand(regionOfId(pool.poolId), pool.poolId)} />
    </ConfirmDialog>
  )
}

function LostLogins({ detail }: { detail: Pool }) {
  const { allowUnauthenticated, developerProviderName } = detail
  const logins = [...taggedProviders(detail), ...untaggedProviders(detail)].map(loginLabel)
  return (
    <>
      {allowUnauthenticated && <li>Guests are refused.</li>}
      {logins.length > 0 && (
        <li className="break-words">Nobody signs in to it through {logins.join(', ')} any more.</li>
      )}
      {developerProviderName && (
        <li className="break-words">
          Your backend can vouch for nobody under {isolated(developerProviderName)} any more, and the links from its
          user ids to identities are lost.
        </li>
      )}
    </>
  )
}
