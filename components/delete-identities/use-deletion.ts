'use client'

import { useQueryClient } from '@tanstack/react-query'
import { errorShape } from '#lib/core/errors.ts'
import { unwrap } from '#lib/core/result.ts'
import { deleteIdentities, describeIdentity } from '#lib/identities/actions.ts'
import { dropFromLists } from '#lib/identities/cached-identities.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { write } from '#lib/operation/write.ts'
import type { BatchWords } from '../batch/batch-words.ts'
import { useBatch } from '../batch/use-batch.ts'

export const deletionWords: BatchWords = {
  noun: 'deletion',
  past: 'deleted',
  count: identityCount,
  left: 'Identities that were not deleted',
  meanings: {
    AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity, or it does not exist.',
    InternalServerError: 'The service failed on this identity. A retry often helps.',
  },
}

type Deletion = {
  connectionId: string
  region: string
  identityIds: string[]
  onDeleted: (identityIds: string[]) => void
}

/** The deletion of a frozen set of identities, batch by batch. */
export function useDeletion({ connectionId, region, identityIds, onDeleted }: Deletion) {
  const queryClient = useQueryClient()
  return useBatch({
    words: deletionWords,
    ids: identityIds,
    async send(batch, operationId) {
      const { refused } = await write(deleteIdentities, { connectionId, region, identityIds: batch }, operationId)
      return { refused: refused.map(({ identityId, code }) => ({ id: identityId, code })) }
    },
    settled: (identityId) => isGone({ connectionId, identityId }),
    done(gone) {
      dropFromLists(queryClient, new Set(gone))
      onDeleted(gone)
    },
  })
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
