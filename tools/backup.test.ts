import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from './postgres-server.ts'
import { recordEvent } from '../lib/audit/record.ts'
import { verifyChain } from '../lib/audit/verify-chain.ts'
import { migrate } from '../lib/db/migrate.ts'
import { storeFile, type Db } from '../lib/db/open.ts'
import { openForTest, storePlace } from '../lib/db/store-for-tests.ts'

const run = promisify(execFile)
const actor = { id: 'local', name: 'Ada', role: 'admin' }
const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0
const note = (db: Db) => recordEvent({ actor, operation: 'SignIn', outcome: 'succeeded' }, db)

/** The command of the guide that begins with a program's name, as it stands there. */
async function commandOf(program: string): Promise<string> {
  const guide = await readFile(new URL('../docs/deploy.md', import.meta.url), 'utf8')
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

const INSTALLED = '/usr/lib/postgresql'
const folders = existsSync(INSTALLED) ? readdirSync(INSTALLED).map((version) => join(INSTALLED, version, 'bin')) : []
/** Programs of one version, the server's own. */
const ofPostgres = folders.find((folder) =>
  ['initdb', 'pg_ctl', 'pg_dump', 'pg_restore', 'createdb'].every((program) => existsSync(join(folder, program))),
)
const hasSqlite = isInstalled('sqlite3')
if (!hasSqlite) process.stderr.write('sqlite3 is not installed: the backup of the embedded store is not tested.\n')
if (ofPostgres === undefined) process.stderr.write('PostgreSQL is not installed: its backup is not tested.\n')

test('the guide has the commands of a backup', async () => {
  expect(await commandOf('sqlite3')).toContain('.backup')
  expect(await commandOf('pg_dump')).toContain('$DATABASE_URL')
  expect(await commandOf('pg_restore')).toContain('lifeguard.dump')
})

test.each(hasSqlite ? ['sqlite3'] : [])(
  'the embedded store is backed up by %s while it is written, and restored whole',
  async (program) => {
    const place = await storePlace('sqlite')
    const db = openForTest(place)
    await migrate(db, 'sqlite')
    for (let entry = 0; entry < 50; entry += 1) await note(db)
    const restored = await storePlace('sqlite')
    const command = (await commandOf(program))
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

async function backUpPostgres(folder: string) {
  const server = await startPostgres(folder)
  onTestFinished(server.stop)
  const command = async (program: string, values: Record<string, string>) => {
    const written = await commandOf(program)
    const own = Object.entries(values).reduce((text, [word, value]) => text.replace(word, value), written)
    return run('sh', ['-c', `${folder}/${own}`])
  }
  const place = await storePlace('sqlite')
  const open = (databaseUrl: string) => openForTest({ dataDir: place.dataDir, databaseUrl })
  const db = open(server.url)
  await migrate(db, 'postgres')
  for (let entry = 0; entry < 50; entry += 1) await note(db)
  const file = join(place.dataDir, 'lifeguard.dump')
  const { stop, written } = writing(db)
  await command('pg_dump', { 'lifeguard.dump': file, $DATABASE_URL: server.url })
  stop()
  const most = 50 + (await written)
  const restored = server.url.replace(/\w+$/, 'lifeguard_restored')
  await run(join(folder, 'createdb'), [`--maintenance-db=${server.url}`, 'lifeguard_restored'])
  await command('pg_restore', { lifeguard_restored: restored, 'lifeguard.dump': file })
  const copy = open(restored)
  await migrate(copy, 'postgres')
  return { chain: await verifyChain(copy), most }
}

test.each(ofPostgres === undefined ? [] : [ofPostgres])(
  'PostgreSQL of %s is backed up while it is written, and restored whole',
  async (folder) => {
    const { chain, most } = await backUpPostgres(folder)
    expect(chain).toMatchObject({ ok: true })
    expect(chain.ok && chain.entries).toBeGreaterThanOrEqual(50)
    expect(chain.ok && chain.entries).toBeLessThanOrEqual(most)
  },
)
