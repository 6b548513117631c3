'use client'

import { MergeWarnings } from '#components/developer-identities/merge-warnings.tsx'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { isOpenEnd } from '#components/save/act-status.tsx'
import { ReasonField, type ReasonState } from '#components/save/reason-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { toMergeCommand } from '#lib/code/identity-commands.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { developerMerge } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeDialogProps = {
  pool: PoolRef
  providerName: string
  destination: MergeSide
  source: MergeSide
  why: ReasonState
  onMerged: () => void
  /** It failed, or nobody knows. */
  onDoubt: () => void
  /** Reads both sides again, after they turned out to be other than shown or nobody knows. */
  onLookAgain: (isOpen: boolean) => void
  onClose: () => void
}

export default function MergeDialog(props: MergeDialogProps) {
  const { pool, providerName, destination, source, why, onMerged, onDoubt, onLookAgain, onClose } = props
  const merge = useOperation(developerMerge)

  const run = () =>
    merge.run(
      { pool, providerName, source: seen(source), destination: seen(destination), reason: why.reason },
      {
        onSuccess: () => {
          onMerged()
          onClose()
        },
        onError: onDoubt,
      },
    )

  return (
    <ConfirmDialog
      title={`Merge ${shortName(source.userIdentifier)} into ${shortName(destination.userIdentifier)}`}
      act={merge}
      confirmLabel="Merge 2 identities"
      ready={why.ready}
      missing={why.ready ? null : 'Give a reason to go on.'}
      failed="Nothing was merged"
      unknown="Nobody knows whether they were merged"
      lookLabel={isOpenEnd(merge.error) ? 'Look again' : 'Compare again'}
      onConfirm={run}
      onLook={() => onLookAgain(isOpenEnd(merge.error))}
      onClose={onClose}
    >
      <MergeWarnings destination={destination} source={source} providerName={providerName} />
      <ReasonField {...why.field} />
      <CopyAsCli
        command={() => toMergeCommand(pool.poolId, providerName, source.userIdentifier, destination.userIdentifier)}
      />
    </ConfirmDialog>
  )
}

const seen = ({ userIdentifier, identity, userIdentifiers }: MergeSide) => ({
  userIdentifier,
  identityId: identity.identityId,
  logins: identity.logins,
  userIdentifiers,
})
