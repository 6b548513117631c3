import 'server-only'
import { store } from '../db/open.ts'
import { dropOldScans } from '../identity-index/drop-old-scans.ts'
import { settleIndex } from '../identity-index/settle-index.ts'
import { sweepMaps } from '../identity-map/sweep-maps.ts'
import { sweepForgotten } from '../identity-index/sweep-forgotten.ts'

let settledAt = 0

/** Clears away what pages of the index show no more, aside of everything else, and settles scans that are new in it. */
export async function keepIndex(signal: AbortSignal): Promise<void> {
  await sweepForgotten(undefined, signal)
  await dropOldScans(undefined, { signal })
  await sweepMaps(undefined, { signal })
  const newest = await store()
    .selectFrom('identity_scan')
    .select(({ fn }) => fn.max('ended_at').as('at'))
    .where('state', '=', 'complete')
    .executeTakeFirst()
  const at = newest?.at ?? 0
  if (at <= settledAt) return
  await settleIndex()
  settledAt = at
}
