import { execFile } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { auditKey } from '../audit/audit-key.ts'
import { erasePersonal } from '../audit/erase-personal.ts'
import { ERASURE } from '../audit/operations-about.ts'
import { recordDenial, recordOutcome, recordStart } from '../audit/record.ts'
import { headSigner } from '../audit/sign-heads.ts'
import { publicKeyOf, type SignedHead } from '../audit/signed-head.ts'
import type { Engine } from '../db/migrations/engine.ts'
import { storeFile, type Db, type StorePlace } from '../db/open.ts'
import { openToRead } from '../db/open-to-read.ts'
import { prepareStore } from '../db/prepare-store.ts'
import { ENGINES, openForTest, storePlace } from '../db/store-for-tests.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const identityIds = ['us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60']
const subject = { actor, connectionId: 'prod', region: 'us-east-1', target: { poolId: null, identityIds } }

/** Runs the command of `npm run audit:verify`. */
function verified({ dataDir, databaseUrl }: StorePlace, ...more: string[]) {
  const args = ['--import', './lib/check-node.js', '--conditions=react-server', 'lib/start/verify-audit.ts', ...more]
  const env = { PATH: process.env.PATH, LIFEGUARD_DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' }
  const file = { LIFEGUARD_CONFIG: '', AWS_ENDPOINT_URL: databaseUrl === null ? '' : 'http://127.0.0.1:9' }
  return new Promise<{ code: number | string; lines: string[] }>((resolve) => {
    const child = execFile(process.execPath, args, { env: { NODE_ENV: 'test', ...env, ...file } }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, lines: `${out}${err}`.trimEnd().split('\n') }),
    )
    onTestFinished(() => void child.kill())
  })
}

async function written(engine: Engine) {
  const place = await storePlace(engine)
  await prepareStore(place)
  const db = openForTest(place)
  for (const operationId of ['one', 'two', 'three'])
    await recordStart(
      { ...subject, operation: 'DeleteIdentities', operationId, reason: 'DP-7', input: { logins: ['a'] } },
      db,
    )
  const target = { poolId: null, identityIds }
  const done = { target, requestId: 'r-1', durationMs: 1, before: null, after: null }
  await recordOutcome('three', { ...done, outcome: 'succeeded', error: null }, db)
  return { place, db }
}

async function tamper(db: Db, engine: Engine, change: string) {
  const guards =
    engine === 'postgres'
      ? ['alter table audit_entry disable trigger all']
      : ['audit_entry_no_update', 'audit_entry_no_delete', 'audit_personal_no_delete'].map(
          (name) => `drop trigger ${name}`,
        )
  for (const statement of [...guards, change]) await sql.raw(statement).execute(db)
}

describe.each(ENGINES)('the command that verifies the audit on %s', (engine) => {
  test('says that it is whole and how much was erased, while the console writes', async () => {
    const { place, db } = await written(engine)
    expect(await verified(place)).toEqual({
      code: 0,
      lines: ['The audit log has 4 rows of 3 operations, whole; nothing was erased from them.'],
    })
    await recordStart({ ...subject, operation: ERASURE, operationId: 'erasure', input: {} }, db)
    await erasePersonal({ connectionIds: ['prod'], identityIds, identifiers: [] }, 'erasure', db)
    const writing = new AbortController()
    const writes = write(db, writing.signal)
    const { code, lines } = await verified(place)
    writing.abort()
    expect(await writes).toBeGreaterThan(1)
    expect(code).toBe(0)
    expect(lines).toEqual([
      expect.stringMatching(/^The audit log has [\d,]+ rows of [\d,]+ operations, whole; 3 erased\.$/),
    ])
  })

  test.each([
    [
      'an entry that was changed',
      "update audit_entry set actor_name = 'Eve' where sequence = 2",
      'The audit log is broken at row 2, which was changed.',
      /^It says: \d{4}-\S+Z, DeleteIdentities \(started\), operation two, by Eve\.$/,
    ],
    [
      'one that is gone',
      'delete from audit_entry where sequence = 4',
      'The audit log is broken at row 4, which is missing.',
      /^The last whole row, 3, says: \d{4}-\S+Z, DeleteIdentities \(started\), operation three, by Ada\.$/,
    ],
  ])('names %s', async (_what, change, first, second) => {
    const { place, db } = await written(engine)
    await tamper(db, engine, change)
    expect(await verified(place)).toEqual({ code: 1, lines: [first, expect.stringMatching(second)] })
  })

  test('names an end that was cut off by the signed lines of a log', async () => {
    const { place, db } = await written(engine)
    const key = auditKey({ auditKey: null, dataDir: place.dataDir })
    const file = join(place.dataDir, 'console.log')
    const note = (auditHead: SignedHead) => writeFileSync(file, JSON.stringify({ auditHead }))
    await headSigner(db, { key, every: 1000, note }).now()
    expect(await verified(place, '--anchors', file)).toEqual({
      code: 0,
      lines: [expect.stringContaining('4 rows of 3 operations, whole'), '1 signed line agrees with it.'],
    })
    await tamper(db, engine, 'delete from audit_identity where sequence = 4')
    await sql`delete from audit_entry where sequence = 4`.execute(db)
    const head = 'sequence = 3, hash = (select hash from audit_entry where sequence = 3)'
    await sql.raw(`update audit_head set ${head}`).execute(db)
    expect((await verified(place)).code).toBe(0)
    const cut = await verified(place, '--anchors', file, '--key', publicKeyOf(key))
    expect(cut).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(/^The audit log is broken at row 4, which is missing: on \S+ row 4 was signed/),
        expect.any(String),
      ],
    })
    rmSync(join(place.dataDir, 'audit.key'))
    expect(await verified(place, '--anchors', file)).toEqual({
      code: 2,
      lines: ['There is no key here to check signed lines with: give the public one with --key.'],
    })
    expect((await verified(place, '--anchor', file)).lines[0]).toContain('Usage: npm run audit:verify')
  })

  test('does not take a store of another version for a broken one', async () => {
    const { place, db } = await written(engine)
    await sql`delete from kysely_migration where name = '006-personal'`.execute(db)
    const name = engine === 'sqlite' ? `The store ${storeFile(place)}` : 'The store of DATABASE_URL'
    expect(await verified(place)).toEqual({
      code: 2,
      lines: [`${name} was written by an older version of Lifeguard: start this one, which brings it up to date.`],
    })
  })
})

/** Writes entries until it is told to end; how many. */
async function write(db: Db, signal: AbortSignal) {
  const error = { code: 'FORBIDDEN', name: null, message: 'No.' }
  let count = 0
  for (; !signal.aborted; count += 1) {
    await recordDenial({ ...subject, operation: 'GetId', operationId: `denied-${count}`, error }, db)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return count
}

test('a store that is not there is said to be so, and none is made', async () => {
  const place = await storePlace('sqlite')
  const { code, lines } = await verified(place)
  expect({ code, lines }).toEqual({ code: 2, lines: [`The store ${storeFile(place)} is not there.`] })
  expect(existsSync(storeFile(place))).toBe(false)
})

test('a database that does not answer is told without its password', async () => {
  const place = { dataDir: '/nowhere', databaseUrl: 'postgres://lifeguard:hush@127.0.0.1:1/lifeguard' }
  expect(await verified(place)).toEqual({
    code: 2,
    lines: ['The store of DATABASE_URL cannot be read (connect ECONNREFUSED 127.0.0.1:1).'],
  })
})

test('what verifies cannot write', async () => {
  for (const engine of ENGINES) {
    const place = await storePlace(engine)
    await prepareStore(place)
    const db = await openToRead(place)
    onTestFinished(() => db.destroy())
    await expect(sql`update audit_head set sequence = 7`.execute(db)).rejects.toThrow(/read-?only/)
  }
})
