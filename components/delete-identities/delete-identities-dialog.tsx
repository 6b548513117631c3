'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toDeleteIdentitiesCommands } from '#lib/code/to-aws-cli.ts'
import { bounds, regionOfId } from '#lib/core/limits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { deleteIdentities } from '#lib/identities/actions.ts'
import { loadedIdentities } from '#lib/identities/cached-identities.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { CHANGED, type SeenIdentity } from '#lib/identities/seen-identity.ts'
import { write } from '#lib/operation/write.ts'
import { BatchDialog } from '../batch/batch-dialog.tsx'
import type { BatchWords } from '../batch/batch-words.ts'
import { useBatch } from '../batch/use-batch.ts'
import { tellIdentities } from '../identity-news/tell-identities.ts'
import { isIdentityGone } from '../is-identity-gone.ts'
import { ReasonField, useReason } from '../save/reason-field.tsx'
import { DeletionConsequences } from './deletion-consequences.tsx'
import { IdentitiesInQuestion } from './identities-in-question.tsx'
import { IdentityInQuestion } from './identity-in-question.tsx'
import { usePresentIdentities } from './use-present-identities.ts'
import { useUsersInQuestion } from './use-users-in-question.ts'

type DeleteIdentitiesDialogProps = {
  connectionId: string
  /** Their pool, where it is known. */
  pool?: PoolRef | null
  /** The frozen set, all of one pool: nothing else is ever deleted. */
  identityIds: string[]
  /** Nobody but the person who presses uses them, so a press is enough. */
  own?: boolean
  /** As they go, batch by batch. */
  onDeleted: (identityIds: string[]) => void
  onClose: () => void
}

const words: BatchWords = {
  verb: 'Delete',
  noun: 'deletion',
  past: 'deleted',
  count: identityCount,
  left: 'Identities that were not deleted',
  open: 'Identities that may or may not be deleted',
  meanings: {
    AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity, or it does not exist.',
    InternalServerError: 'The service failed on this identity. A retry often helps.',
    [CHANGED]: 'Other users or logins than you saw lead to it by now, so it was not deleted. Look again, then decide.',
  },
}

/** Deletes a frozen set of identities, batch by batch; what turns out to be other than shown is looked at again first. */
export default function DeleteIdentitiesDialog(props: DeleteIdentitiesDialogProps) {
  const [looks, setLooks] = useState({ count: 0, identityIds: props.identityIds })
  return (
    <Deletion
      {...props}
      key={looks.count}
      identityIds={looks.identityIds}
      onLooked={(identityIds) => setLooks({ count: looks.count + 1, identityIds })}
    />
  )
}

type DeletionProps = DeleteIdentitiesDialogProps & {
  /** Hears which are left after they were read anew. */
  onLooked: (identityIds: string[]) => void
}

function Deletion(props: DeletionProps) {
  const { connectionId, pool = null, identityIds, own = false, onDeleted, onClose, onLooked } = props
  const poolId = pool?.poolId ?? null
  const [first = ''] = identityIds
  const region = regionOfId(first)
  const count = identityIds.length
  const why = useReason()
  const queryClient = useQueryClient()
  // As they were when the person decided: what goes leaves the lists.
  const [loaded] = useState(() => loadedIdentities(queryClient, connectionId, identityIds))
  const known = [...loaded.values()]
  const lookUp = count <= bounds.page.max
  const users = useUsersInQuestion({ connectionId, identityId: first }, count === 1 ? pool : null)
  const seenUsers = users.state === 'read' ? users.userIdentifiers : null
  const { looking, look } = usePresentIdentities(connectionId, pool)
  const batch = useBatch({
    words,
    ids: identityIds,
    async send(ids, { operationId, runId }) {
      const rows = ids.flatMap((id) => loaded.get(id) ?? [])
      const shown = lookUp ? ids.map((id) => asSeen(id, loaded.get(id), seenUsers)) : []
      const input = {
        connectionId,
        region,
        pool,
        identityIds: ids,
        loaded: rows,
        lookUp,
        shown,
        reason: why.reason,
        runId,
      }
      const { refused } = await write(deleteIdentities, input, operationId)
      return { refused: refused.map(({ identityId, code }) => ({ id: identityId, code })) }
    },
    settled: (identityId) => isIdentityGone({ connectionId, identityId }),
    done(gone) {
      tellIdentities({ kind: 'deleted', connectionId, identityIds: gone, poolId })
      onDeleted(gone)
    },
  })
  const { failure = null, refused = [], unknown = [] } = batch.state ?? {}
  const isOther = failure?.code === 'CONFLICT' || refused.some(({ code }) => code === CHANGED)
  const left = [...refused.map(({ id }) => id), ...unknown, ...batch.waiting]
  const hasUsers = known.some(({ state }) => state === 'authenticated')

  function close() {
    const unsure = [...(batch.state?.unknown ?? [])]
    if (unsure.length > 0) tellIdentities({ kind: 'unsure', connectionId, identityIds: unsure, poolId })
    onClose()
  }

  return (
    <BatchDialog
      words={words}
      batch={batch}
      count={count}
      {...(!own && hasUsers && { typed: count === 1 ? 'delete' : count })}
      missing={users.state === 'reading' ? 'Its users are being read.' : why.ready ? null : 'Give a reason to go on.'}
      look={isOther ? { pending: looking, onLook: () => void look(left).then(() => onLooked(left)) } : null}
      command={() => toDeleteIdentitiesCommands(region, identityIds)}
      onClose={close}
    >
      {count === 1 ? (
        <IdentityInQuestion
          identity={{ connectionId, identityId: first }}
          pool={pool}
          known={known[0] ?? null}
          users={users}
        />
      ) : (
        <IdentitiesInQuestion connectionId={connectionId} pool={pool} count={count} known={known} />
      )}
      <DeletionConsequences count={count} pool={pool} />
      <ReasonField {...why.field} />
    </BatchDialog>
  )
}

const asSeen = (identityId: string, row: Identity | undefined, userIdentifiers: string[] | null): SeenIdentity => ({
  identityId,
  state: row?.state ?? null,
  logins: row?.logins ?? null,
  userIdentifiers,
})
