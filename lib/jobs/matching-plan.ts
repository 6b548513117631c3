import 'server-only'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import type { Identity } from '../identities/identity.ts'
import { agesOf, type AgeCount } from '../identity-index/ages.ts'
import { breakDownIndex, type StateCounts } from '../identity-index/breakdown.ts'
import { eachMatchingId, sampleIndex } from '../identity-index/each-matching-id.ts'
import { withoutKept } from '../identity-index/keep-list.ts'
import { requireScan, type IdentityScan } from '../identity-index/scans.ts'
import type { IndexFilter } from '../identity-index/schema.ts'

/** What a deletion by filter would do. `left`: what would be deleted, which is `matching` without what is kept. */
export type MatchingPlan = {
  scan: IdentityScan
  matching: number
  kept: number
  left: number
  /** Users with a login, who may come back to what they had. */
  signedIn: number
  states: StateCounts
  providers: { provider: string; count: number }[]
  changed: AgeCount[]
  sample: Identity[]
}

type Planned = { pool: PoolRef; filter: IndexFilter; kept: ReadonlySet<string>; maxAgeMs: number }

/** Errors: `NOT_FOUND` without a scan, `CONFLICT` when it is older than is accepted. */
export async function planMatching(
  { pool, filter, kept, maxAgeMs }: Planned,
  now = Date.now(),
  db: Db = readStore(),
): Promise<MatchingPlan> {
  const scan = await freshScan(db, pool, { maxAgeMs, now })
  const { total, states, providers, modified } = await breakDownIndex(pool, filter, { db, now })
  const left = kept.size === 0 ? total : await countLeft(db, { pool, filter, kept, scan, now })
  const signedIn = states.authenticated
  const changed = agesOf(modified, now)
  const sample = await sampleIndex(pool, filter, { db, now, kept })
  return { scan, matching: total, kept: total - left, left, signedIn, states, providers, changed, sample }
}

/** A pool's index that is not too old. Errors: as for the plan. */
export async function freshScan(
  db: Db,
  pool: PoolRef,
  { maxAgeMs, now }: { maxAgeMs: number; now: number },
): Promise<IdentityScan> {
  const scan = await requireScan(db, pool)
  if (now - scan.startedAt <= maxAgeMs) return scan
  throw new AppError({
    code: 'CONFLICT',
    message: `The scan of this pool began at ${new Date(scan.startedAt).toISOString()}, before what is accepted.`,
    hint: 'Scan the pool again, or accept an older scan.',
  })
}

type Counted = Omit<Planned, 'maxAgeMs'> & { scan: IdentityScan; now: number }

async function countLeft(db: Db, { pool, filter, kept, scan: { scanId }, now }: Counted): Promise<number> {
  let left = 0
  for await (const ids of eachMatchingId(pool, filter, { scanId, now, db }))
    left += withoutKept(ids, { ids: kept }).length
  return left
}
