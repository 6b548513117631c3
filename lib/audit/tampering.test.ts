import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { Engine } from '../db/migrations/engine.ts'
import type { Db } from '../db/open.ts'
import { entryHash } from './entry-hash.ts'
import { jane, sevenEntries } from './log-for-tests.ts'
import { removeOldEntries } from './remove-old.ts'
import { signHead } from './signed-head.ts'
import { tamper } from './tamper-for-tests.ts'
import { verifyChain } from './verify-chain.ts'

const COLUMNS = 'operation_id, phase, recorded_at, actor_id, actor_name, actor_role, operation, version'
/** A copy of a row at another place. */
const copied = (from: number, to: number) =>
  `insert into audit_entry (sequence, ${COLUMNS}, previous_hash, hash)
    select ${to}, ${COLUMNS}, previous_hash, hash from audit_entry where sequence = ${from}`
const set = (sequence: number, what: string) => `update audit_entry set ${what} where sequence = ${sequence}`
const del = (table: string, sequence: number) => `delete from ${table} where sequence = ${sequence}`
const BESIDES = ['audit_personal', 'audit_identity', 'audit_identifier']
const removed = (sequence: number) => ['audit_entry', ...BESIDES].map((table) => del(table, sequence))
const headAt = (sequence: number) =>
  `update audit_head set sequence = ${sequence}, hash = (select hash from audit_entry where sequence = ${sequence})`

const CHANGED = 'was changed'
const FOLLOWS = 'does not follow the entry before it'

const tamperings: [what: string, changes: string[], sequence: number, problem: string][] = [
  ['a changed text', [set(3, "actor_name = 'Eve'")], 3, CHANGED],
  ['a changed number', [set(2, 'recorded_at = recorded_at - 1')], 2, CHANGED],
  ['a changed state', [set(7, `input = '{"filter":{"from":"2026-01-01"}}'`)], 7, CHANGED],
  ['an emptied column', [set(2, 'request_id = null')], 2, CHANGED],
  ['a filled column', [set(1, "outcome = 'failed'")], 1, CHANGED],
  ['another address', [set(6, "address = '192.0.2.1'")], 6, CHANGED],
  ['another version', [set(4, 'version = 3')], 4, CHANGED],
  ['a version that is not known', [set(4, 'version = 99')], 4, CHANGED],
  ['a changed hash', [set(5, "hash = 'x'")], 5, CHANGED],
  ['a removed first entry', removed(1), 1, 'is missing'],
  ['a removed entry', removed(3), 3, 'is missing'],
  ['a removed end', removed(7), 7, 'is missing'],
  ['an emptied log', [1, 2, 3, 4, 5, 6, 7].flatMap(removed), 1, 'is missing'],
  ['two that changed places', [set(3, 'sequence = 99'), set(6, 'sequence = 3'), set(99, 'sequence = 6')], 3, FOLLOWS],
  ['one put in', [set(7, 'sequence = 8'), copied(3, 7)], 7, FOLLOWS],
  ['one put behind the end', [copied(3, 8)], 8, FOLLOWS],
  ['one in place of another', [...removed(3), copied(6, 3)], 3, FOLLOWS],
  ['a head that names an earlier entry', [headAt(5)], 6, 'stands behind the end of the log'],
  ['a head with another hash', ["update audit_head set hash = 'x'"], 7, 'is not the one that the end of the log names'],
  [
    'a person whose words were changed',
    [`update audit_personal set value = '{"values":[],"reason":"DP-8"}' where sequence = 1`],
    1,
    'was changed in what it says of a person',
  ],
  ['a person who was taken out', [del('audit_personal', 4)], 4, 'lost what it says of a person'],
  [
    'a person who was put in',
    [`insert into audit_personal (sequence, salt, value) values (3, 'x', '{"values":[]}')`],
    3,
    'got something beside it that it does not know',
  ],
  [
    'an erasure that nobody did',
    [
      "update audit_personal set salt = null, value = null, erased_at = 1, erased_by = 'x' where sequence = 4",
      del('audit_identifier', 4),
    ],
    4,
    'was erased by nothing that is recorded',
  ],
  ['identities that find nothing', ['delete from audit_identity'], 1, 'is not found by the identities that it names'],
  [
    'an identity that finds what is not about it',
    [`insert into audit_identity (identity_id, sequence) values ('${jane}', 3)`],
    3,
    'is not found by the identities that it names',
  ],
  [
    'identifiers that find nothing',
    ['delete from audit_identifier'],
    2,
    'is not found by the identifiers that it names',
  ],
  [
    'an identifier that finds what does not name it',
    ["insert into audit_identifier (identifier, sequence) values ('eve', 4)"],
    4,
    'is found by identifiers that it does not name',
  ],
  [
    'something beside an entry that there is not',
    [`insert into audit_identity (identity_id, sequence) values ('${jane}', 12)`],
    12,
    'is not of the log, and something of it is there',
  ],
]

/** After a removal of seven entries: the log has 8 to 16 then, the removal's own at 8 and 9. */
const FORGED = 'was removed by nothing that is recorded'
const anchored: typeof tamperings = [
  ['an anchor that was removed', ['delete from audit_anchor'], 1, 'is missing'],
  ['an anchor with another hash', ["update audit_anchor set hash = 'x'"], 8, FOLLOWS],
  [
    'an anchor that was moved on',
    [
      'update audit_anchor set sequence = 10, hash = (select hash from audit_entry where sequence = 10)',
      ...[8, 9, 10].flatMap(removed),
    ],
    10,
    FORGED,
  ],
  ['an anchor that was moved back', ['update audit_anchor set sequence = 6'], 7, 'is missing'],
  [
    'an anchor of another removal',
    [
      `insert into audit_anchor (operation_id, sequence, hash, older_than, removed_at, removed)
        select 'x', 11, hash, 0, 0, 4 from audit_entry where sequence = 11`,
      ...[8, 9, 10, 11].flatMap(removed),
    ],
    11,
    FORGED,
  ],
  ['a removal that was changed', [set(8, `input = '{"through":12}'`)], 8, CHANGED],
  ['what an entry had, put back', [copied(12, 3)], 3, 'is not of the log, and something of it is there'],
]

const key = generateKeyPairSync('ed25519').privateKey

/** The end of the log as it is signed now. */
async function signedNow(db: Db) {
  const head = await db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow()
  return new Map([[head.sequence, signHead(head, key, new Date('2026-03-04T05:06:07Z'))]])
}

/** Makes a chain of what is there, as somebody can who knows how. */
async function chainAnew(db: Db, engine: Engine, first: number, changes: string[]) {
  await tamper(db, engine, changes)
  let previous = ''
  for (const row of await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()) {
    const chained = { ...row, previous_hash: row.sequence < first ? row.previous_hash : previous }
    previous = entryHash(chained) ?? ''
    const anew = { previous_hash: chained.previous_hash, hash: previous }
    await db.updateTable('audit_entry').set(anew).where('sequence', '=', row.sequence).execute()
  }
  await db
    .updateTable('audit_head')
    .set(({ selectFrom }) => ({
      sequence: selectFrom('audit_entry').select(({ fn }) => fn.max('sequence').as('last')),
    }))
    .set({ hash: previous })
    .execute()
}

describe.each(ENGINES)('a log on %s names', (engine) => {
  test.each(tamperings)('%s', async (_what, changes, sequence, problem) => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 7, erased: 0 })
    await tamper(db, engine, changes)
    expect(await verifyChain(db)).toEqual({ ok: false, sequence, problem })
  })

  test.each(anchored)('after a removal %s', async (_what, changes, sequence, problem) => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    await removeOldEntries(db, { days: 30, now: Date.now() + 31 * 86_400_000 })
    await sevenEntries(db)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 9, erased: 0, removed: 7 })
    await tamper(db, engine, changes)
    expect(await verifyChain(db)).toEqual({ ok: false, sequence, problem })
  })

  const AT = '2026-03-04T05:06:07.000Z'
  test.each([
    [
      'an end that was cut off with the head moved',
      (db: Db) => tamper(db, engine, [...removed(7), ...removed(6), headAt(5)]),
      { entries: 5 },
      { sequence: 6, problem: `is missing: on ${AT} row 7 was signed as the end of the log` },
    ],
    [
      'a history that was made anew as a whole',
      (db: Db) => chainAnew(db, engine, 3, [set(3, "actor_name = 'Eve'")]),
      { entries: 7 },
      { sequence: 7, problem: `is not the one that was signed as the end of the log on ${AT}` },
    ],
    [
      'an end that was made anew',
      (db: Db) => chainAnew(db, engine, 7, [set(7, "operation = 'SignOut'")]),
      { entries: 7 },
      { sequence: 7, problem: `is not the one that was signed as the end of the log on ${AT}` },
    ],
  ])('by a signed line %s', async (_what, forge, alone, named) => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    const signed = await signedNow(db)
    expect(await verifyChain(db, undefined, signed)).toEqual({ ok: true, entries: 7, erased: 0 })
    await forge(db)
    expect(await verifyChain(db), 'the store alone shows nothing').toMatchObject({ ok: true, ...alone })
    expect(await verifyChain(db, undefined, signed)).toEqual({ ok: false, ...named })
  })
})
