import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { causeOf } from '../core/cause-of.ts'
import { openForTest } from './store-for-tests.ts'

const directory = mkdtempSync(join(tmpdir(), 'lifeguard-tls-'))

/** An authority of one certificate, for the name localhost. */
function certificate(name: string) {
  const [key, cert] = [join(directory, `${name}.key`), join(directory, `${name}.crt`)]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', ['req', ...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  return { key, cert }
}

const server = certificate('server')
const stranger = certificate('stranger')

beforeAll(async () => {
  const client = new Client(inject('postgresUrl'))
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const data = rows[0]?.data_directory ?? ''
  const { uid, gid } = statSync(data)
  for (const kind of ['key', 'cert'] as const) {
    const file = join(data, kind === 'key' ? 'server.key' : 'server.crt')
    copyFileSync(server[kind], file)
    chownSync(file, uid, gid)
    chmodSync(file, 0o600)
  }
  await client.query('alter system set ssl = on')
  await client.query('select pg_reload_conf()')
  await client.end()
  return () => rmSync(directory, { recursive: true })
})

/** Whether a connection is encrypted, or why there is none. */
async function encryption(host: string, authority: string): Promise<unknown> {
  const url = new URL(inject('postgresUrl'))
  url.hostname = host
  url.searchParams.set('sslmode', 'verify-full')
  url.searchParams.set('sslrootcert', authority)
  const db = openForTest({ databaseUrl: url.href, dataDir: '' })
  const asked = sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db)
  return asked.then(({ rows }) => rows[0]?.ssl, causeOf)
}

test('a database proves its name to the authority that the address names', async () => {
  await expect.poll(() => encryption('localhost', server.cert)).toBe(true)
})

test('one that another authority vouches for is not spoken to', async () => {
  await expect.poll(() => encryption('localhost', stranger.cert)).toMatch(/certificate/)
})

test('one under another name is not spoken to', async () => {
  await expect.poll(() => encryption('127.0.0.1', server.cert)).toMatch(/does not match certificate/)
})
