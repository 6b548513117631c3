import 'server-only'
import { z } from 'zod'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef } from '../core/refs.ts'
import { MERGES } from './about-identity.ts'
import type { Told } from './identity-fate.ts'
import { joinedRows } from './joined-rows.ts'
import { toAuditEntry } from './to-audit-entry.ts'

/** One side of such a merge: a user who led to it before, where the log still knows one. */
type Side = { identityId: string; user: string | null }

/** A merge or uniting of which the log does not know whether it was done. `login`: the public login that was to move. */
export type MergeInDoubt = Told & { poolId: string | null; stays: Side; moves: Side; login: string | null }

const MOST = 20
const side = z
  .object({ userIdentifier: z.string().optional(), userIdentifiers: z.array(z.string()).optional() })
  .optional()
  .catch(undefined)
const asked = z.object({ source: side, destination: side, provider: z.string().optional().catch(undefined) })

/** The merges of an identity whose answer never came, or whose end nobody recorded; newest first. */
export async function readMergesInDoubt(
  { connectionId, identityId }: IdentityRef,
  db: Db = store(),
): Promise<MergeInDoubt[]> {
  const places = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as ending', (join) =>
      join.onRef('ending.operation_id', '=', 'entry.operation_id').on('ending.phase', '=', 'outcome'),
    )
    .select('entry.sequence')
    .where('entry.connection_id', '=', connectionId)
    .where('entry.operation', 'in', [...MERGES])
    .where((either) =>
      either.or([
        either('entry.outcome', '=', 'unknown'),
        either.and([either('entry.phase', '=', 'started'), either('ending.sequence', 'is', null)]),
      ]),
    )
    .where('entry.sequence', 'in', (entries) =>
      entries.selectFrom('audit_identity').select('sequence').where('identity_id', '=', identityId),
    )
    .orderBy('entry.sequence', 'desc')
    .limit(MOST)
    .execute()
  const rows = await joinedRows(
    places.map(({ sequence }) => sequence),
    db,
  )
  return rows.flatMap((row) => {
    const { operationId, actor, startedAt, poolId, identityIds, input } = toAuditEntry(row)
    const [stays, moves] = identityIds
    if (stays === undefined || moves === undefined) return []
    const { source, destination, provider = null } = askedOf(input)
    return {
      operationId,
      by: actor.name,
      at: startedAt,
      poolId,
      stays: { identityId: stays, user: userOf(destination) },
      moves: { identityId: moves, user: userOf(source) },
      login: provider,
    }
  })
}

const userOf = (named: z.output<typeof side>) => named?.userIdentifier ?? named?.userIdentifiers?.[0] ?? null

function askedOf(input: string | null): Partial<z.output<typeof asked>> {
  try {
    return asked.parse(JSON.parse(input ?? '{}'))
  } catch {
    return {}
  }
}
