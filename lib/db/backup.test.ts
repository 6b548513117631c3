import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { recordEvent } from '../audit/record.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { migrate } from './migrate.ts'
import { storeFile, type Db } from './open.ts'
import { newDatabase, openForTest, storePlace } from './store-for-tests.ts'

const run = promisify(execFile)
const actor = { id: 'local', name: 'Ada', role: 'admin' }
const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0
const note = (db: Db) => recordEvent({ actor, operation: 'SignIn', outcome: 'succeeded' }, db)

/** The command of the guide that begins with a program's name, as it stands there. */
async function commandOf(program: string): Promise<string> {
  const guide = await readFile(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
  const command = guide.split('\n').find((line) => line.startsWith(`${program} `))
  if (command === undefined) throw new Error(`docs/deploy.md has no command ${program}`)
  return command
}

/** Writes on, one entry after the other, until it is told to stop; answers how many there are. */
function writing(db: Db) {
  const ended = new AbortController()
  const written = (async () => {
    let count = 0
    for (; !ended.signal.aborted; count += 1) {
      await note(db)
      await breath()
    }
    return count
  })()
  return { stop: () => ended.abort(), written }
}

const missing = ['sqlite3', 'pg_dump', 'pg_restore'].filter((program) => !isInstalled(program))
for (const program of missing) process.stderr.write(`${program} is not installed: its backup is not tested.\n`)

test.runIf(isInstalled('sqlite3'))(
  'the embedded store is backed up while it is written, and restored whole',
  async () => {
    const place = await storePlace('sqlite')
    const db = openForTest(place)
    await migrate(db, 'sqlite')
    for (let entry = 0; entry < 50; entry += 1) await note(db)
    const restored = await storePlace('sqlite')
    const command = (await commandOf('sqlite3'))
      .replace('/var/lib/lifeguard/lifeguard.sqlite', storeFile(place))
      .replace('/backup/lifeguard.sqlite', storeFile(restored))
    const { stop, written } = writing(db)
    await run('sh', ['-c', command])
    stop()
    const most = 50 + (await written)
    const copy = openForTest(restored)
    await migrate(copy, 'sqlite')
    const chain = await verifyChain(copy)
    expect(chain).toMatchObject({ ok: true })
    expect(chain.ok && chain.entries).toBeGreaterThanOrEqual(50)
    expect(chain.ok && chain.entries).toBeLessThanOrEqual(most)
  },
)

const isOfServer = async (url: string) => {
  const { stdout } = await run('pg_dump', ['--version'])
  const db = openForTest({ dataDir: '', databaseUrl: url })
  const { rows } = await db.executeQuery<{ server_version_num: string }>({
    ...db
      .selectNoFrom((of) => of.fn<string>('current_setting', [of.val('server_version_num')]).as('server_version_num'))
      .compile(),
  })
  return Number(/(\d+)/.exec(stdout)?.[1]) >= Math.floor(Number(rows[0]?.server_version_num) / 10_000)
}

test.runIf(isInstalled('pg_dump') && isInstalled('pg_restore'))(
  'PostgreSQL is backed up while it is written, and restored whole',
  async () => {
    const place = await storePlace('postgres')
    const url = place.databaseUrl ?? ''
    if (!(await isOfServer(url))) {
      process.stderr.write('pg_dump is older than the server: its backup is not tested.\n')
      return
    }
    const db = openForTest(place)
    await migrate(db, 'postgres')
    for (let entry = 0; entry < 50; entry += 1) await note(db)
    const file = join(place.dataDir, 'lifeguard.dump')
    const dump = (await commandOf('pg_dump')).replace('lifeguard.dump', file)
    const { stop, written } = writing(db)
    await run('sh', ['-c', dump.replace('$DATABASE_URL', url)])
    stop()
    const most = 50 + (await written)
    const restored = await newDatabase()
    const restore = (await commandOf('pg_restore'))
      .replace('lifeguard_restored', restored)
      .replace('lifeguard.dump', file)
    await run('sh', ['-c', restore])
    const copy = openForTest({ dataDir: place.dataDir, databaseUrl: restored })
    await migrate(copy, 'postgres')
    const chain = await verifyChain(copy)
    expect(chain).toMatchObject({ ok: true })
    expect(chain.ok && chain.entries).toBeGreaterThanOrEqual(50)
    expect(chain.ok && chain.entries).toBeLessThanOrEqual(most)
  },
)
