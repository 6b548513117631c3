import type { QueryClient } from '@tanstack/react-query'
import { keepSaved } from '../client/keep-saved.ts'
import type { PoolRef } from '../core/refs.ts'
import { requireTaken } from '../facts/require-taken.ts'
import { write } from '../operation/write.ts'
import { accessChanges, poolChange } from '../pool-access/pool-change.ts'
import { updateIdentityPool } from '../pools/actions.ts'
import { poolDetail } from '../pools/queries.ts'
import { remedied, type Remedying } from './remedy-of-many.ts'

/** Whether a pool has what a remedy wants, read anew. */
export async function isRemedied(
  pool: PoolRef,
  client: QueryClient,
  { checkId, subjects }: Pick<Remedying, 'checkId' | 'subjects'>,
): Promise<boolean> {
  const present = await client.query({ ...poolDetail(pool), staleTime: 0 })
  return accessChanges(present, remedied(present, checkId, subjects)).length === 0
}

/** A remedy of one pool as a part of a run over several. Errors: `CONFLICT` when the pool is not what was seen. */
export async function applyRemedy(
  pool: PoolRef,
  client: QueryClient,
  { base, mine, operationId, runId }: Remedying & { operationId: string; runId: string },
): Promise<void> {
  const change = poolChange(base, mine)
  if (!change) return
  const update = write(updateIdentityPool, { pool, seen: base.fingerprint, change, runId }, operationId)
  requireTaken(await keepSaved(client, poolDetail(pool).queryKey, update))
}
