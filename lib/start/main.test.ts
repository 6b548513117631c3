import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { lockDirectory } from '../db/lock.ts'
import { prepareStore } from '../db/prepare-store.ts'

type Settings = Record<string, string>

/** Runs the launcher with a configuration that must stop it, and gives its exit code and its lines. */
function launch(settings: Settings, mode = 'start') {
  const args = ['--conditions=react-server', 'lib/start/main.ts', mode]
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, HOME: process.env.HOME, ...settings }
  return new Promise<{ code: number | string; lines: string[] }>((resolve) => {
    const child = execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, lines: `${stdout}${stderr}`.trimEnd().split('\n') })
    })
    onTestFinished(() => void child.kill('SIGTERM'))
  })
}

function place(file: object = { connections: [{ id: 'prod', regions: ['us-east-1'] }] }) {
  const directory = mkdtempSync(join(tmpdir(), 'lifeguard-start-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const configFile = join(directory, 'lifeguard.config.json')
  writeFileSync(configFile, JSON.stringify(file))
  const dataDir = join(directory, 'data')
  const settings: Settings = { LIFEGUARD_CONFIG: configFile, LIFEGUARD_DATA_DIR: dataDir, PORT: '0' }
  return { directory, dataDir, settings, storeFile: join(dataDir, 'lifeguard.sqlite') }
}

async function preparedPlace() {
  const made = place()
  mkdirSync(made.dataDir)
  await prepareStore({ dataDir: made.dataDir, databaseUrl: null })
  return made
}

test('every mistake of the configuration is a line, and nothing is made', async () => {
  const { settings, dataDir } = place({ connections: [{ id: 'Prod', regions: [] }] })
  const { code, lines } = await launch({ ...settings, HOST: 'a b', LOG_LEVEL: 'loud' })
  expect(code).toBe(1)
  expect(lines).toEqual([
    expect.stringContaining('HOST is "a b": must be a name or an address to listen on'),
    expect.stringContaining('LOG_LEVEL is "loud": must be one of'),
    expect.stringContaining('connections[0].id is "Prod": must be lower-case letters'),
    expect.stringContaining('connections[0].regions must be a list of at least one AWS Region'),
  ])
  expect(existsSync(dataDir)).toBe(false)
})

test('a port in use is named', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  expect(await launch({ ...place().settings, PORT: String(port) })).toEqual({
    code: 1,
    lines: [`Port ${port} of 127.0.0.1 is in use: stop what uses it, or choose another with PORT.`],
  })
})

test('a damaged store is named and left alone', async () => {
  const { settings, storeFile } = await preparedPlace()
  writeFileSync(storeFile, 'scrambled eggs '.repeat(1000))
  expect(await launch(settings)).toEqual({
    code: 1,
    lines: [`The store ${storeFile} is damaged or no database (file is not a database). Nothing was changed.`],
  })
  expect(readFileSync(storeFile, 'utf8')).toBe('scrambled eggs '.repeat(1000))
})

test('a store of a newer version is named and left alone', async () => {
  const { settings, storeFile } = await preparedPlace()
  const database = new DatabaseSync(storeFile)
  database.exec(`insert into kysely_migration values ('999-later', '2030-01-01')`)
  database.close()
  const before = readFileSync(storeFile)
  expect(await launch(settings)).toEqual({
    code: 1,
    lines: [
      `The store ${storeFile} was written by a newer version of Lifeguard (it has the change "999-later"). Nothing was changed.`,
    ],
  })
  expect(readFileSync(storeFile).equals(before)).toBe(true)
})

test('a data directory that cannot be written to is named', async () => {
  const { settings, dataDir } = place()
  // Permissions do not bind root, whom the kernel's own file system refuses.
  const dataDirectory = process.getuid?.() === 0 ? '/proc' : dataDir
  if (dataDirectory === dataDir) {
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
  }
  const { code, lines } = await launch({ ...settings, LIFEGUARD_DATA_DIR: dataDirectory })
  expect({ code, lines }).toEqual({
    code: 1,
    lines: [
      expect.stringMatching(
        /^The data directory \S+ cannot be written to \(E.+\): give another one with LIFEGUARD_DATA_DIR\.$/,
      ),
    ],
  })
})

test('a file in the place of the data directory is named', async () => {
  const { settings, dataDir } = place()
  writeFileSync(dataDir, 'mine')
  expect(await launch(settings)).toEqual({
    code: 1,
    lines: [`The data directory ${dataDir} is a file: give another one with LIFEGUARD_DATA_DIR.`],
  })
  expect(readFileSync(dataDir, 'utf8')).toBe('mine')
})

test('a lock that is none is named', async () => {
  const { settings, dataDir } = await preparedPlace()
  const lock = join(dataDir, 'lock')
  writeFileSync(lock, 'garbage '.repeat(200))
  expect(await launch(settings)).toEqual({
    code: 1,
    lines: [`The file ${lock} is no lock of Lifeguard: remove it when no other Lifeguard runs on its directory.`],
  })
})

test('a second process on one data directory is refused', async () => {
  const { settings, dataDir } = await preparedPlace()
  const release = lockDirectory(dataDir)
  onTestFinished(() => release?.())
  expect(await launch(settings)).toEqual({
    code: 1,
    lines: [
      `The data directory ${dataDir} is in use by another Lifeguard: stop that one, or give another one with LIFEGUARD_DATA_DIR.`,
    ],
  })
})

test('a database server that does not answer is named', async () => {
  const { code, lines } = await launch({ ...place().settings, DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/x' })
  expect({ code, lines }).toEqual({
    code: 1,
    lines: ['The store of DATABASE_URL cannot be used (connect ECONNREFUSED 127.0.0.1:1). Nothing was changed.'],
  })
})

test('a damaged file of the embedded emulator is named and left alone', async () => {
  const { settings, dataDir } = place({ connections: [{ id: 'local', emulator: {}, regions: ['us-east-1'] }] })
  mkdirSync(dataDir)
  const file = join(dataDir, 'emulator-local.sqlite')
  writeFileSync(file, 'scrambled eggs '.repeat(1000))
  const { code, lines } = await launch(settings)
  expect(code).toBe(1)
  expect(lines.at(-1)).toContain('The embedded emulator of connection "local" did not start: ')
  expect(readFileSync(file, 'utf8')).toBe('scrambled eggs '.repeat(1000))
})
