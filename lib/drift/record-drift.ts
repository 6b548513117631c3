import 'server-only'
import { recordEvent } from '../audit/record.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import type { FactChange } from '../facts/facts.ts'
import { CHANGED_OUTSIDE, type Drift } from './changed-outside.ts'
import { toldChange } from './secret-fact.ts'

/** More than that of one reading are counted and not told. */
const MOST = 200

const keeper = { id: 'lifeguard', name: 'Lifeguard', role: 'system' }

/** Writes into the log what was found changed outside. */
export const recordDrift = async (
  db: Db,
  { connectionId, poolId }: PoolRef,
  changes: readonly FactChange[],
  { since, at }: Pick<Drift, 'since' | 'at'>,
): Promise<void> =>
  recordEvent(
    {
      actor: keeper,
      operation: CHANGED_OUTSIDE,
      target: { connectionId, region: regionOfId(poolId), poolId },
      input: {
        seenBefore: new Date(since).toISOString(),
        seenNow: new Date(at).toISOString(),
        changes: changes.length,
      },
      after: { changedOutside: changes.slice(0, MOST).map(toldChange) },
      outcome: 'succeeded',
    },
    db,
  )
