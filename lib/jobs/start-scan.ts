import 'server-only'
import type { Transaction } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { takeTurn } from '../db/take-turn.ts'
import { createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import { toJob, type Job } from './job.ts'
import type { JobKind } from './job-kind.ts'

type NewScan = {
  jobId: string
  kind: JobKind
  pool: PoolRef
  name: string
  connection: Connection
  actor: Actor
  at: number
  /** Begins the scan in the index; its id there. */
  begin: (transaction: Transaction<Tables>, pool: PoolRef) => Promise<number>
}

/** Starts a scan of a pool, or answers the one that is under way: whoever asks at the same time is answered the same. */
export const startScan = (db: Db, scan: NewScan): Promise<Job> =>
  inTransaction(db, async (transaction) => {
    const { jobId, kind, pool, name, connection, actor, at } = scan
    await takeTurn(transaction, `scan ${pool.connectionId} ${pool.poolId}`)
    const present = await transaction
      .selectFrom('job')
      .selectAll()
      .where('kind', '=', kind.kind)
      .where('connection_id', '=', pool.connectionId)
      .where('pool_id', '=', pool.poolId)
      .where('state', 'in', ['waiting', 'running', 'paused'])
      .where('wanted', '<>', 'cancel')
      .executeTakeFirst()
    if (present) return toJob(present)
    const { poolId } = pool
    const parameters = { poolId, scanId: await scan.begin(transaction, pool) }
    const region = regionOfId(poolId)
    await createDraft(transaction, { jobId, kind, name, parameters, connection, region, poolId, actor, at })
    await startDraft(transaction, jobId, { needsIds: false, by: actor.name, at })
    return toJob(await transaction.selectFrom('job').selectAll().where('job_id', '=', jobId).executeTakeFirstOrThrow())
  })
