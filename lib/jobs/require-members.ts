import 'server-only'
import { AppError } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { provesMembership } from '../identities/membership.ts'
import { knownInScans } from '../identity-index/known-in-scans.ts'
import type { Job } from './job.ts'

/** `proofs`: what a list of the pool gave with each of the ids; null where it came from elsewhere. */
type Claimed = { ids: readonly string[]; proofs: readonly (string | null)[] }

/**
 * Refuses ids of which nothing proves that they are of the job's pool: neither this Lifeguard has listed them there, nor
 * a scan found them. Errors: `VALIDATION`.
 */
export async function requireMembers(
  db: Db,
  { connectionId, poolId }: Pick<Job, 'connectionId' | 'poolId'>,
  { ids, proofs }: Claimed,
): Promise<void> {
  if (poolId === null) throw ofNoPool()
  const pool: PoolRef = { connectionId, poolId }
  const unproven = ids.filter((id, index) => !provesMembership(pool, id, proofs[index]))
  const known = await knownInScans(db, pool, unproven)
  const others = unproven.filter((id) => !known.has(id))
  if (others.length > 0) throw notProven(others)
}

const notProven = (ids: readonly string[]) =>
  new AppError({
    code: 'VALIDATION',
    message: `Nothing proves that ${grouped(ids.length)} of these identities are in this pool, such as ${ids[0]}. Nothing was started.`,
    hint: 'Load the list of the pool again, or scan it, and choose them there.',
  })

export const ofNoPool = () =>
  new AppError({
    code: 'VALIDATION',
    message: 'A job over chosen identities names their pool.',
    hint: 'Choose them in the list of a pool.',
  })
