'use client'

import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useOperation } from '#components/use-operation.ts'
import { toMergeCommand } from '#lib/code/identity-commands.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import { developerMerge } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeDialogProps = {
  pool: PoolRef
  providerName: string
  destination: MergeSide
  source: MergeSide
  onMerged: () => void
  /** Reads both sides again, after they turned out to be other than shown or nobody knows. */
  onLookAgain: () => void
  onClose: () => void
}

export default function MergeDialog(props: MergeDialogProps) {
  const { pool, providerName, destination, source, onMerged, onLookAgain, onClose } = props
  const merge = useOperation(developerMerge)

  const run = () =>
    merge.run(
      {
        pool,
        providerName,
        source: { userIdentifier: source.userIdentifier, identityId: source.identity.identityId },
        destination: { userIdentifier: destination.userIdentifier, identityId: destination.identity.identityId },
      },
      {
        onSuccess: () => {
          onMerged()
          onClose()
        },
      },
    )

  return (
    <ConfirmDialog
      title={`Merge ${source.userIdentifier} into ${destination.userIdentifier}`}
      act={merge}
      confirmLabel="Merge 2 identities"
      failed="Nothing was merged"
      unknown="Nobody knows whether they were merged"
      lookLabel="Compare again"
      onConfirm={run}
      onLook={onLookAgain}
      onClose={onClose}
    >
      <Callout tone="danger" title="This cannot be undone">
        <ul className="list-disc space-y-1 pl-4">
          <li>
            <span className="font-mono text-xs break-all">{source.identity.identityId}</span> is disabled for good; its
            logins and users lead to{' '}
            <span className="font-mono text-xs break-all">{destination.identity.identityId}</span>.
          </li>
          <li>
            Data that an app keeps under the disabled identity’s ID, such as an S3 prefix or a DynamoDB key, does not
            move: move it yourself.
          </li>
          <li>
            A device that still holds the disabled ID gets “Access to Identity is forbidden” until the app clears it, at
            the latest when the person signs out and in again.
          </li>
        </ul>
      </Callout>
      <CopyAsCli
        command={() => toMergeCommand(pool.poolId, providerName, source.userIdentifier, destination.userIdentifier)}
      />
    </ConfirmDialog>
  )
}
