'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toDeleteIdentitiesCommands } from '#lib/code/to-aws-cli.ts'
import { errorShape } from '#lib/core/errors.ts'
import { bounds, regionOfId } from '#lib/core/limits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { deleteIdentities, describeIdentity } from '#lib/identities/actions.ts'
import { dropFromLists, loadedIdentities } from '#lib/identities/cached-identities.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { write } from '#lib/operation/write.ts'
import { BatchDialog } from '../batch/batch-dialog.tsx'
import type { BatchWords } from '../batch/batch-words.ts'
import { useBatch } from '../batch/use-batch.ts'
import { Callout } from '../ui/callout.tsx'

type DeleteIdentitiesDialogProps = {
  connectionId: string
  /** Null where nothing proves one. */
  pool: PoolRef | null
  /** The frozen set, all of one pool: nothing else is ever deleted. */
  identityIds: string[]
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
  meanings: {
    AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity, or it does not exist.',
    InternalServerError: 'The service failed on this identity. A retry often helps.',
  },
}

/** Deletes a frozen set of identities, batch by batch. */
export default function DeleteIdentitiesDialog(props: DeleteIdentitiesDialogProps) {
  const { connectionId, pool, identityIds, onDeleted, onClose } = props
  const queryClient = useQueryClient()
  const region = regionOfId(identityIds[0] ?? '')
  const one = identityIds.length === 1
  // As they were when the person decided: what goes leaves the lists.
  const [loaded] = useState(() => loadedIdentities(queryClient, connectionId, identityIds))
  const lookUp = identityIds.length <= bounds.page.max
  const batch = useBatch({
    words,
    ids: identityIds,
    async send(ids, { operationId, runId }) {
      const seen = ids.flatMap((id) => loaded.get(id) ?? [])
      const input = { connectionId, region, pool, identityIds: ids, seen, lookUp, runId }
      const { refused } = await write(deleteIdentities, input, operationId)
      return { refused: refused.map(({ identityId, code }) => ({ id: identityId, code })) }
    },
    settled: (identityId) => isGone({ connectionId, identityId }),
    done(gone) {
      dropFromLists(queryClient, new Set(gone))
      onDeleted(gone)
    },
  })
  return (
    <BatchDialog
      words={words}
      batch={batch}
      count={identityIds.length}
      command={() => toDeleteIdentitiesCommands(region, identityIds)}
      onClose={onClose}
    >
      {one && <p className="font-mono text-xs break-all">{identityIds[0]}</p>}
      <Callout tone="danger" title="This cannot be undone">
        <ul className="list-disc space-y-1 pl-4">
          <li>
            {`At their next visit or sign-in ${one ? 'this user' : 'each of these users'} gets a new identity with another ID.`}
          </li>
          <li>
            Data that an app keeps under the old ID, such as an S3 prefix or a DynamoDB key, stays behind without an
            owner.
          </li>
          <li>{`${one ? 'Its' : 'Their'} links to logins and developer user identifiers are lost.`}</li>
        </ul>
      </Callout>
    </BatchDialog>
  )
}

async function isGone(identity: { connectionId: string; identityId: string }): Promise<boolean> {
  try {
    await unwrap(describeIdentity({ identity }))
    return false
  } catch (error) {
    if (errorShape(error).code === 'NOT_FOUND') return true
    throw error
  }
}
