import { appendFile, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { copiesForTest, ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import type { Db } from '../db/open.ts'
import { appendOlder } from './append-older-for-tests.ts'
import { fileSink, type LineSink } from './line-sink.ts'
import { sevenEntries } from './log-for-tests.ts'
import { streamEntries } from './stream-entries.ts'

async function place() {
  const directory = await mkdtemp(join(tmpdir(), 'lifeguard-stream-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return join(directory, 'audit.jsonl')
}

/** Closes with the test. */
function sinkOf(file: string): LineSink {
  const sink = fileSink(file)
  onTestFinished(() => sink.close())
  return sink
}

type Line = { auditEntry: { sequence: number; hash: string; input: unknown } & Record<string, unknown> }
const linesOf = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Line).auditEntry)
const placesIn = async (file: string) => (await linesOf(file)).map(({ sequence }) => sequence)
const by = (db: Db, sink: LineSink, holder = 'one') => ({ db, read: db, sink, holder })

describe.each(ENGINES)('entries are handed on from %s', (engine) => {
  test('in order, once where nothing breaks, without who somebody is', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    const file = await place()
    expect(await streamEntries(by(db, sinkOf(file)))).toBe(7)
    await sevenEntries(db)
    expect(await streamEntries(by(db, sinkOf(file)))).toBe(7)
    expect(await streamEntries(by(db, sinkOf(file)))).toBe(0)
    const lines = await linesOf(file)
    const rows = await db.selectFrom('audit_entry').select(['sequence', 'hash']).orderBy('sequence').execute()
    expect(lines.map(({ sequence, hash }) => ({ sequence, hash }))).toEqual(rows)
    const text = await readFile(file, 'utf8')
    for (const personal of ['jane@', 'john@', 'DP-7', 'leads elsewhere']) expect(text).not.toContain(personal)
    expect(lines[3]).toMatchObject({
      operation: 'UnlinkDeveloperIdentity',
      actor: { id: 'local', name: 'Ada', role: 'admin' },
      connection: 'prod',
      input: { userIdentifier: { $personal: 0 } },
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('again when it is not known whether they arrived, and by another copy when one is gone', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    const file = await place()
    const { write, close } = sinkOf(file)
    const broken = {
      close,
      write: async (lines: string) => write(lines.slice(0, -30)).then(() => Promise.reject(new Error('gone'))),
    }
    await expect(streamEntries(by(db, broken))).rejects.toThrow('gone')
    expect(await streamEntries(by(db, sinkOf(file), 'two')), 'the first may still be at it').toBe(0)
    expect(await streamEntries({ ...by(db, sinkOf(file), 'two'), now: () => Date.now() + 31_000 })).toBe(7)
    const whole = (await readFile(file, 'utf8')).split('\n').filter((line) => line.endsWith('}'))
    expect(whole.map((line) => (JSON.parse(line) as Line).auditEntry.sequence)).toEqual([
      1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7,
    ])
  })

  test('by one of several copies, while all of them write', async () => {
    const where = await storePlace(engine)
    const copies = copiesForTest(where, 3)
    await migrate(openForTest(where), engine)
    const file = await place()
    const hand = (db: Db, index: number) => streamEntries(by(db, sinkOf(file), `copy ${index}`))
    await Promise.all(
      copies.flatMap((db, index) => [sevenEntries(db), hand(db, index), sevenEntries(db), hand(db, index)]),
    )
    const late = { now: () => Date.now() + 31_000 }
    for (const [index, db] of copies.entries())
      await streamEntries({ ...by(db, sinkOf(file), `copy ${index}`), ...late })
    const places = await placesIn(file)
    expect([...new Set(places)]).toEqual(Array.from({ length: 42 }, (_, index) => index + 1))
  })

  test('of older versions without what these say of a person', async () => {
    const db = await storeForTest(engine)
    const older = {
      operation_id: 'older',
      phase: 'outcome' as const,
      recorded_at: 1,
      actor_id: 'local',
      actor_name: 'Ada',
      actor_role: 'admin',
      connection_id: null,
      region: null,
      operation: 'UnlinkDeveloperIdentity',
      pool_id: null,
      identity_id: null,
      input: '{"userIdentifier":"jane@example.com"}',
      outcome: 'failed' as const,
      request_id: null,
      duration_ms: null,
      before: null,
      after: null,
      error_code: 'CONFLICT',
      error_name: null,
      error_message: 'jane@example.com is linked',
    }
    await appendOlder(db, older)
    const file = await place()
    await streamEntries(by(db, sinkOf(file)))
    expect(await linesOf(file)).toMatchObject([
      { sequence: 1, outcome: 'failed', input: null, error: { code: 'CONFLICT' } },
    ])
    expect(await readFile(file, 'utf8')).not.toContain('jane')
  })
})

test('a file that was rotated is opened anew, and a line that was cut off is ended', async () => {
  const file = await place()
  const sink = sinkOf(file)
  await sink.write('one\n')
  await rename(file, `${file}.1`)
  await sink.write('two\n')
  await sink.write('three\n')
  expect(await readFile(`${file}.1`, 'utf8')).toBe('one\n')
  expect(await readFile(file, 'utf8')).toBe('two\nthree\n')
  await appendFile(file, '{"cut')
  const after = sinkOf(file)
  await after.write('four\n')
  expect(await readFile(file, 'utf8')).toBe('two\nthree\n{"cut\nfour\n')
})
