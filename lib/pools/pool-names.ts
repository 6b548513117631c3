import 'server-only'
import { store, type Db } from '../db/open.ts'
import { log } from '../log/log.ts'
import type { PoolRef } from '../core/refs.ts'
import type { PoolSummary } from './pool.ts'

const NAME_MAX = 256
const AT_ONCE = 200

/** The last name of each pool that this process wrote down, so that reading a pool again writes nothing. */
const written = new WeakMap<Db, Map<string, string>>()

const keyOf = ({ connectionId, poolId }: PoolRef): string => `${connectionId}/${poolId}`
const storableName = (name: string): string => name.slice(0, NAME_MAX).toWellFormed().replaceAll('\0', '\uFFFD')

/** Writes down under which names pools were seen, so that the log finds them by name when they are gone. */
export async function rememberNames(
  connectionId: string,
  pools: readonly Pick<PoolSummary, 'poolId' | 'name'>[],
): Promise<void> {
  try {
    await writeNames(connectionId, pools, store())
  } catch (cause) {
    // What was read of the service stays true without it.
    log().warn({ err: cause }, 'The names of pools could not be written down')
  }
}

async function writeNames(connectionId: string, pools: readonly Pick<PoolSummary, 'poolId' | 'name'>[], db: Db) {
  const known = written.get(db) ?? new Map<string, string>()
  written.set(db, known)
  const named = new Map(pools.map(({ poolId, name }) => [poolId, storableName(name)]))
  const fresh = [...named].filter(([poolId, name]) => known.get(keyOf({ connectionId, poolId })) !== name)
  const seen_at = Date.now()
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const part = fresh.slice(start, start + AT_ONCE)
    await db
      .insertInto('pool_name')
      .values(part.map(([pool_id, name]) => ({ connection_id: connectionId, pool_id, name, seen_at })))
      .onConflict((conflict) => conflict.columns(['connection_id', 'pool_id', 'name']).doUpdateSet({ seen_at }))
      .execute()
    for (const [poolId, name] of part) known.set(keyOf({ connectionId, poolId }), name)
  }
}

/** Every name that was ever seen, the latest of a pool last. */
export const allPoolNames = (db: Db = store()) =>
  db.selectFrom('pool_name').select(['connection_id', 'pool_id', 'name']).orderBy('seen_at').execute()

/** What each of these pools is called, by the latest name that is known. */
export async function knownNames(pools: readonly PoolRef[], db: Db = store()): Promise<PoolNames> {
  const ids = [...new Set(pools.map(({ poolId }) => poolId))]
  if (ids.length === 0) return noNames
  const rows = await db
    .selectFrom('pool_name')
    .select(['connection_id', 'pool_id', 'name'])
    .where('pool_id', 'in', ids)
    .orderBy('seen_at')
    .execute()
  const names = new Map(
    rows.map(({ connection_id, pool_id, name }) => [keyOf({ connectionId: connection_id, poolId: pool_id }), name]),
  )
  return (pool) => names.get(keyOf(pool)) ?? null
}

/** The name of a pool, null where it was never seen. */
export type PoolNames = (pool: PoolRef) => string | null

const noNames: PoolNames = () => null
