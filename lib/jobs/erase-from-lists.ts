import 'server-only'
import type { Transaction } from 'kysely'
import { newOperationId } from '../core/operation-id.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { listKinds } from './bounds.ts'
import { readChunkIds } from './chunk-window.ts'
import { checkedItem, pairOf } from './merge-item.ts'

type Person = { identityIds: readonly string[]; identifiers: readonly string[] }

/**
 * Takes a person out of the lists that jobs of a connection were given, and out of what they found: each such line says
 * nothing but that there was one. Jobs that delete keep ids alone, as the audit log does. Returns how many lines it were.
 */
export async function eraseFromLists(db: Db, connectionId: string, person: Person): Promise<number> {
  const jobs = await db
    .selectFrom('job')
    .select(['job_id', 'kind'])
    .where('connection_id', '=', connectionId)
    .where('kind', 'in', listKinds)
    .execute()
  const named = new Set([...person.identityIds, ...person.identifiers])
  let lines = 0
  for (const { job_id: jobId, kind } of jobs)
    lines += await db.transaction().execute((transaction) => eraseFrom(transaction, { jobId, kind }, named))
  return lines
}

type Job = { jobId: string; kind: string }

async function eraseFrom(db: Transaction<Tables>, { jobId, kind }: Job, named: ReadonlySet<string>): Promise<number> {
  const found = await db.selectFrom('job_found').select(['item', 'found']).where('job_id', '=', jobId).execute()
  const told = new Set(found.flatMap((one) => (namesOne(one.found, named) ? [one.item] : [])))
  const isOfPerson = (item: string) => told.has(item) || valuesOf(kind, item).some((value) => named.has(value))
  const chunks = await db.selectFrom('job_chunk_ids').select(['number', 'ids']).where('job_id', '=', jobId).execute()
  let lines = 0
  for (const { number, ids } of chunks) {
    const items = readChunkIds(ids)
    const erased = items.filter(isOfPerson)
    if (erased.length === 0) continue
    lines += erased.length
    const next = items.map((item) => (isOfPerson(item) ? instead(kind) : item))
    await db
      .updateTable('job_chunk_ids')
      .set({ ids: JSON.stringify(next) })
      .where('job_id', '=', jobId)
      .where('number', '=', number)
      .execute()
    await db.deleteFrom('job_found').where('job_id', '=', jobId).where('item', 'in', erased).execute()
    for (const [at, item] of items.entries())
      if (isOfPerson(item))
        await db
          .updateTable('job_refusal')
          .set({ item: next[at] ?? '' })
          .where('job_id', '=', jobId)
          .where('item', '=', item)
          .execute()
  }
  return lines
}

/** Stands for a line that was erased; no other line is the same. */
function instead(kind: string): string {
  const nobody = `erased ${newOperationId()}`
  return kind === 'look-up-list'
    ? nobody
    : checkedItem({ source: nobody, destination: nobody, sourceId: nobody, destinationId: nobody })
}

function valuesOf(kind: string, item: string): string[] {
  if (kind === 'look-up-list') return [item]
  const { source, destination, sourceId = '', destinationId = '' } = pairOf(item)
  return [source, destination, sourceId, destinationId]
}

/** Whether JSON has one of these as a text of its own. */
const namesOne = (json: string, named: ReadonlySet<string>): boolean => {
  const look = (value: unknown): boolean =>
    typeof value === 'string'
      ? named.has(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(look)
  return look(JSON.parse(json))
}
