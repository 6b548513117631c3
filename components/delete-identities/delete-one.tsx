'use client'

import { toDeleteIdentitiesCommands } from '#lib/code/to-aws-cli.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { deleteIdentities } from '#lib/identities/actions.ts'
import { CHANGED } from '#lib/identities/seen-identity.ts'
import { write } from '#lib/operation/write.ts'
import { BatchDialog } from '../batch/batch-dialog.tsx'
import { useBatch } from '../batch/use-batch.ts'
import { LazyCutOffOffer } from '../cut-off/lazy-cut-off-offer.tsx'
import { tellIdentities } from '../identity-news/tell-identities.ts'
import { isIdentityGone } from '../is-identity-gone.ts'
import { ReasonField, useReason } from '../save/reason-field.tsx'
import type { DeletionProps } from './deletion-props.ts'
import { DeletionConsequences } from './deletion-consequences.tsx'
import { deletionWords } from './deletion-words.ts'
import { IdentityInQuestion } from './identity-in-question.tsx'
import { asSeen, useKnownIdentities } from './use-known-identities.ts'
import { usePresentIdentities } from './use-present-identities.ts'
import { useUsersInQuestion } from './use-users-in-question.ts'

/** Deletes one identity, which answers at once. */
export function DeleteOne(props: DeletionProps) {
  const { connectionId, pool = null, identityIds, own = false, onDeleted, onClose, onLooked } = props
  const poolId = pool?.poolId ?? null
  const [identityId = ''] = identityIds
  const region = regionOfId(identityId)
  const why = useReason()
  const known = useKnownIdentities(connectionId, identityIds).get(identityId)
  const users = useUsersInQuestion({ connectionId, identityId }, pool)
  const seenUsers = users.state === 'read' ? users.userIdentifiers : null
  const { looking, look } = usePresentIdentities(connectionId, pool)
  const batch = useBatch({
    words: deletionWords,
    ids: identityIds,
    async send(ids, { operationId, runId }) {
      const input = {
        connectionId,
        region,
        pool,
        identityIds: ids,
        loaded: known ? [known] : [],
        lookUp: true,
        shown: [asSeen(identityId, known, seenUsers)],
        reason: why.reason,
        runId,
      }
      const { refused } = await write(deleteIdentities, input, operationId)
      return { refused: refused.map((one) => ({ id: one.identityId, code: one.code })) }
    },
    settled: (id) => isIdentityGone({ connectionId, identityId: id }),
    done(gone) {
      tellIdentities({ kind: 'deleted', connectionId, identityIds: gone, poolId })
      onDeleted()
    },
  })
  const { failure = null, refused = [], unknown = [] } = batch.state ?? {}
  const isOther = failure?.code === 'CONFLICT' || refused.some(({ code }) => code === CHANGED)

  function close() {
    if (unknown.length > 0) tellIdentities({ kind: 'unsure', connectionId, identityIds: [...unknown], poolId })
    onClose()
  }

  return (
    <BatchDialog
      words={deletionWords}
      batch={batch}
      count={1}
      {...(!own && known?.state === 'authenticated' && { typed: 'delete' })}
      missing={users.state === 'reading' ? 'Its users are being read.' : why.ready ? null : 'Give a reason to go on.'}
      look={
        isOther ? { pending: looking, onLook: () => void look(identityIds).then(() => onLooked(identityIds)) } : null
      }
      command={() => toDeleteIdentitiesCommands(region, identityIds)}
      after={<LazyCutOffOffer pool={pool} identityIds={identityIds} />}
      onClose={close}
    >
      <IdentityInQuestion identity={{ connectionId, identityId }} pool={pool} known={known ?? null} users={users} />
      <DeletionConsequences count={1} pool={pool} />
      <ReasonField {...why.field} />
    </BatchDialog>
  )
}
