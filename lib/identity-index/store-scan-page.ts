import 'server-only'
import type { Db } from '../db/open.ts'
import type { IdentityDayTable, IndexedIdentityTable } from '../db/tables.ts'
import type { Identity } from '../identities/identity.ts'
import { dayOf } from './days.ts'
import { kindsOf } from './kinds.ts'
import { notRunning } from './scans.ts'

/** Rows in one statement: an engine takes so many values at most. */
const AT_ONCE = 1_000
/** Stands for a date that the service did not tell. */
const NOT_TOLD = -1

/**
 * Adds identities to a running scan, in the caller's transaction; one that is in it already stays as it is. Answers how
 * many were new. Errors: `CONFLICT` when the scan is not running.
 */
export async function storeScanPage(trx: Db, scanId: number, identities: readonly Identity[]): Promise<number> {
  const distinct = [...new Map(identities.map((identity) => [identity.identityId, identity])).values()]
  const scan = await trx
    .updateTable('identity_scan')
    .set((eb) => ({ next_number: eb('next_number', '+', distinct.length) }))
    .where('scan_id', '=', scanId)
    .where('state', '=', 'running')
    .returning('next_number')
    .executeTakeFirst()
  if (!scan) throw notRunning()
  if (distinct.length === 0) return 0
  const kinds = await kindNumbers(trx, scanId, distinct)
  const first = scan.next_number - distinct.length
  const rows = distinct.map((identity, index) => ({
    scan_id: scanId,
    number: first + index,
    identity_id: identity.identityId,
    kind: kinds.get(kindKey(identity)) ?? 0,
    created_at: identity.createdAt ?? NOT_TOLD,
    modified_at: identity.modifiedAt ?? NOT_TOLD,
  }))
  const added = await insertRows(trx, rows)
  await addToDays(trx, added)
  await trx
    .updateTable('identity_scan')
    .set((eb) => ({ count: eb('count', '+', added.length) }))
    .where('scan_id', '=', scanId)
    .execute()
  return added.length
}

const kindKey = ({ state, logins }: Identity): string => JSON.stringify([state, logins.toSorted()])

/** The numbers of the kinds of these identities; new ones are added. */
async function kindNumbers(trx: Db, scanId: number, identities: readonly Identity[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  for (const { kind, state, providers } of (await kindsOf(trx, scanId)).values())
    numbers.set(JSON.stringify([state, providers]), kind)
  let next = Math.max(-1, ...numbers.values()) + 1
  const added = []
  for (const identity of identities) {
    const key = kindKey(identity)
    if (numbers.has(key)) continue
    numbers.set(key, next)
    const providers = JSON.stringify(identity.logins.toSorted())
    added.push({ scan_id: scanId, kind: next, state: identity.state, providers })
    next += 1
  }
  for (let start = 0; start < added.length; start += AT_ONCE)
    await trx
      .insertInto('identity_kind')
      .values(added.slice(start, start + AT_ONCE))
      .execute()
  return numbers
}

/** The scan's row is locked, so that nobody else adds the same ones meanwhile. */
async function insertRows(trx: Db, rows: readonly IndexedIdentityTable[]): Promise<IndexedIdentityTable[]> {
  const added: IndexedIdentityTable[] = []
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE)
    const known = await knownIds(trx, part)
    const others = part.filter(({ identity_id }) => !known.has(identity_id))
    if (others.length > 0) await trx.insertInto('indexed_identity').values(others).execute()
    added.push(...others)
  }
  return added
}

async function knownIds(trx: Db, rows: readonly IndexedIdentityTable[]): Promise<Set<string>> {
  const known = await trx
    .selectFrom('indexed_identity')
    .select('identity_id')
    .where('scan_id', '=', rows[0]?.scan_id ?? -1)
    .where(
      'identity_id',
      'in',
      rows.map(({ identity_id }) => identity_id),
    )
    .execute()
  return new Set(known.map(({ identity_id }) => identity_id))
}

/** Counts rows in the sums by day. */
async function addToDays(trx: Db, rows: readonly IndexedIdentityTable[]): Promise<void> {
  const sums = new Map<string, IdentityDayTable>()
  for (const { scan_id, kind, created_at, modified_at } of rows)
    for (const [event, at] of [['created', created_at] as const, ['modified', modified_at] as const]) {
      const day = dayOf(at)
      const key = `${scan_id} ${event} ${kind} ${day}`
      const sum = sums.get(key) ?? { scan_id, event, kind, day, count: 0 }
      sums.set(key, { ...sum, count: sum.count + 1 })
    }
  const changes = [...sums.values()]
  for (let start = 0; start < changes.length; start += AT_ONCE)
    await trx
      .insertInto('identity_day')
      .values(changes.slice(start, start + AT_ONCE))
      .onConflict((conflict) =>
        conflict
          .columns(['scan_id', 'event', 'kind', 'day'])
          .doUpdateSet((eb) => ({ count: eb('identity_day.count', '+', eb.ref('excluded.count')) })),
      )
      .execute()
}
