import { spawnSync } from 'node:child_process'
import { DatabaseSync } from 'node:sqlite'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { migrate } from './migrate.ts'
import { storeFile } from './open.ts'
import { prepareStore } from './prepare-store.ts'
import { ENGINES, openForTest, storePlace } from './store-for-tests.ts'

describe.each(ENGINES)('a store on %s', (engine) => {
  test('is made, and is ready again at the next start', async () => {
    const place = await storePlace(engine)
    await prepareStore(place)
    await prepareStore(place)
    expect(await openForTest(place).selectFrom('audit_entry').selectAll().execute()).toEqual([])
  })

  test('of a newer version is refused', async () => {
    const place = await storePlace(engine)
    await prepareStore(place)
    const db = openForTest(place)
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`.execute(db)
    await expect(prepareStore(place)).rejects.toThrow('was written by a newer version of Lifeguard')
  })
})

describe('an embedded store that cannot be used stays as it was, byte for byte:', () => {
  const spoil: Record<string, [(file: string) => void, string]> = {
    'no database': [
      (file) => writeFileSync(file, 'not a database, but long enough to be one '.repeat(200)),
      'is damaged or no database',
    ],
    'half of one': [(file) => writeFileSync(file, readFileSync(file).subarray(0, 10_000)), 'is damaged'],
    'broken inside': [(file) => writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 8192)), 'is damaged'],
    newer: [
      (file) => {
        const database = new DatabaseSync(file)
        database.exec(`insert into kysely_migration values ('999-later', '2030-01-01')`)
        database.close()
      },
      'was written by a newer version of Lifeguard (it has the change "999-later")',
    ],
    "another program's": [
      (file) => {
        writeFileSync(file, '')
        const database = new DatabaseSync(file)
        database.exec('create table recipes (name text)')
        database.close()
      },
      'belongs to another program',
    ],
  }

  test.each(Object.entries(spoil))('%s', async (_, [change, message]) => {
    const place = await storePlace('sqlite')
    await prepareStore(place)
    change(storeFile(place))
    const before = readFileSync(storeFile(place))
    await expect(prepareStore(place)).rejects.toThrow(message)
    expect(readFileSync(storeFile(place)).equals(before)).toBe(true)
  })
})

test('a database server that does not answer is told in one line without its password', async () => {
  const place = { dataDir: '/nowhere', databaseUrl: 'postgres://lifeguard:hush@127.0.0.1:1/lifeguard' }
  const failure = await prepareStore(place).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'StoreError', message: 'cannot be used (connect ECONNREFUSED 127.0.0.1:1)' })
})

test('an embedded store keeps what was committed when its process is killed', async () => {
  const place = await storePlace('sqlite')
  await prepareStore(place)
  const program = `
    import { openStore } from '#lib/db/open.ts'
    import { recordDenial } from '#lib/audit/record.ts'
    const subject = { operation: 'x', connectionId: null, region: null, target: { poolId: null, identityIds: [] } }
    const actor = { id: 'local', name: 'Local operator', role: 'viewer' }
    const error = { code: 'FORBIDDEN', name: null, message: 'No.' }
    await recordDenial({ ...subject, operationId: 'x', actor, error }, openStore(${JSON.stringify(place)}))
    process.kill(process.pid, 'SIGKILL')`
  const { signal } = spawnSync(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', program])
  expect(signal).toBe('SIGKILL')
  expect(await verifyChain(openForTest(place))).toEqual({ ok: true, entries: 1, erased: 0 })
})

test('an embedded store waits for the disk at every commit', async () => {
  const place = await storePlace('sqlite')
  const db = openForTest(place)
  expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }])
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }])
})

test('nobody else reads an embedded store, also in a directory that they may enter', async () => {
  const place = await storePlace('sqlite')
  chmodSync(place.dataDir, 0o755)
  const db = openForTest(place)
  await migrate(db, 'sqlite')
  const modes = ['', '-wal', '-shm'].map((end) => statSync(`${storeFile(place)}${end}`).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600, 0o600])
  chmodSync(storeFile(place), 0o644)
  openForTest(place)
  expect(statSync(storeFile(place)).mode & 0o777).toBe(0o600)
})
