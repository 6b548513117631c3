import 'server-only'
import type { Transaction } from 'kysely'
import type { Cognito } from '../aws/send.ts'
import { errorShape } from '../core/errors.ts'
import type { Tables } from '../db/tables.ts'
import { deleteByIds, readIdentity } from '../identities/service.ts'
import { forgetIndexed } from '../identity-index/forget-indexed.ts'
import type { Job, Refusal } from './job.ts'
import type { ChunkAnswer } from './job-kind.ts'

/** What the service says of an identity that it failed at itself. */
const FAILED = 'InternalServerError'

/** Deletes a chunk of a job's ids but those that are `held` back. Errors: as of `deleteByIds`. */
export async function deleteChunk(
  cognito: Cognito,
  ids: readonly string[],
  held: readonly Refusal[] = [],
): Promise<ChunkAnswer> {
  const isHeld = new Set(held.map(({ item }) => item))
  const { refused } = await deleteByIds(
    cognito,
    ids.filter((id) => !isHeld.has(id)),
  )
  const told = refused.map(({ identityId: item, code }) => ({ item, code }))
  return {
    refused: [...held, ...told.filter(({ code }) => code !== FAILED)],
    failed: told.filter(({ code }) => code === FAILED),
  }
}

/** Has the index of a job's pool forget identities that are gone. */
export async function forgetGone(
  transaction: Transaction<Tables>,
  { connectionId, poolId }: Pick<Job, 'connectionId' | 'poolId'>,
  gone: readonly string[],
): Promise<void> {
  if (poolId !== null && gone.length > 0) await forgetIndexed(transaction, { connectionId, poolId }, gone)
}

/** Whether an identity is gone already. Errors: when that cannot be read. */
export const isDeleted = (cognito: Cognito, identityId: string): Promise<boolean> =>
  readIdentity(cognito, identityId).then(
    () => false,
    (error: unknown) => {
      if (errorShape(error).code === 'NOT_FOUND') return true
      throw error
    },
  )
