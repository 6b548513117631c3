import 'server-only'
import type { Selectable } from 'kysely'
import type { Db } from '../db/open.ts'
import type { AuditPersonalTable, AuditRow } from '../db/tables.ts'
import { entryHash } from './entry-hash.ts'
import { ERASURE } from './operations-about.ts'
import { personalDigest } from './personal.ts'

const BATCH = 1000

/** `erased`: entries that say less than they did, each by an erasure that is an entry too. */
export type ChainResult =
  | { ok: true; entries: number; erased: number }
  | { ok: false; sequence: number; problem: string }

type Row = AuditRow & { beside: Selectable<AuditPersonalTable> | null; identities: string[] }

/** Walks the whole audit log and finds the first entry that was changed, removed or put in afterwards. */
export async function verifyChain(db: Db): Promise<ChainResult> {
  const erasures = await erasuresIn(db)
  let sequence = 0
  let hash = ''
  let erased = 0
  for (;;) {
    const rows = await rowsAfter(db, sequence)
    for (const row of rows) {
      const problem = problemOf(row, { sequence, hash, erasures })
      if (problem !== null) return { ok: false, sequence: sequence + 1, problem }
      if (row.beside?.erased_by) erased += 1
      sequence = row.sequence
      hash = row.hash
    }
    if (rows.length < BATCH) break
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const isWhole = head.sequence === sequence && head.hash === hash
  return isWhole
    ? { ok: true, entries: sequence, erased }
    : { ok: false, sequence: sequence + 1, problem: 'is missing' }
}

type Chain = { sequence: number; hash: string; erasures: ReadonlySet<string> }

function problemOf({ beside, identities, ...entry }: Row, { sequence, hash, erasures }: Chain): string | null {
  if (entry.sequence !== sequence + 1) return 'is missing'
  if (entry.previous_hash !== hash) return 'does not follow the entry before it'
  if (entryHash(entry) !== entry.hash) return 'was changed'
  if (identities.toSorted().join(' ') !== (entry.identity_id?.split(' ') ?? []).toSorted().join(' '))
    return 'is not found by the identities that it names'
  if (entry.personal === null) return beside === null ? null : 'got something beside it that it does not know'
  if (beside === null) return 'lost what it says of a person'
  if (beside.erased_by !== null) return erasures.has(beside.erased_by) ? null : 'was erased by nothing that is recorded'
  const { salt, value } = beside
  return salt !== null && value !== null && personalDigest(salt, value) === entry.personal
    ? null
    : 'was changed in what it says of a person'
}

async function rowsAfter(db: Db, sequence: number): Promise<Row[]> {
  const entries = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(BATCH)
    .execute()
  const last = entries.at(-1)?.sequence ?? sequence
  const persons = await db
    .selectFrom('audit_personal')
    .selectAll()
    .where('sequence', '>', sequence)
    .where('sequence', '<=', last)
    .execute()
  const identities = await db
    .selectFrom('audit_identity')
    .selectAll()
    .where('sequence', '>', sequence)
    .where('sequence', '<=', last)
    .execute()
  const besides = new Map(persons.map((row) => [row.sequence, row]))
  const named = Map.groupBy(identities, (row) => row.sequence)
  return entries.map((entry) => ({
    ...entry,
    beside: besides.get(entry.sequence) ?? null,
    identities: (named.get(entry.sequence) ?? []).map(({ identity_id }) => identity_id),
  }))
}

async function erasuresIn(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('audit_entry').select('operation_id').where('operation', '=', ERASURE).execute()
  return new Set(rows.map(({ operation_id }) => operation_id))
}
