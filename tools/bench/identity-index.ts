import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { migrate } from '../../lib/db/migrate.ts'
import { engineOf, openStore, storeFile, type Db, type StorePlace } from '../../lib/db/open.ts'
import { openAside, type SideStore } from '../../lib/db/read-store.ts'
import type { Identity } from '../../lib/identities/identity.ts'
import { breakDownIndex, countIndex } from '../../lib/identity-index/breakdown.ts'
import { eachMatchingId, sampleIndex } from '../../lib/identity-index/each-matching-id.ts'
import { parseFilter } from '../../lib/identity-index/filter-text.ts'
import { forgetIndexed } from '../../lib/identity-index/forget-indexed.ts'
import { indexPage } from '../../lib/identity-index/index-page.ts'
import { beginScan, completeScan } from '../../lib/identity-index/scans.ts'
import type { IndexSort } from '../../lib/identity-index/schema.ts'
import { settleIndex } from '../../lib/identity-index/settle-index.ts'
import { storeScanPage } from '../../lib/identity-index/store-scan-page.ts'
import { sweepForgotten } from '../../lib/identity-index/sweep-forgotten.ts'
import { startPostgres } from '../postgres-server.ts'
import { median } from './median.ts'

const COUNT = Number(process.argv[2] ?? 1_000_000)
const TIMES = 20
const LIMIT_MS = 300
/** Of the main thread's own time; how long the loop was held also tells of what else the machine does. */
const MAIN_LIMIT_MS = 50
const PAGE = 1_000
const SWEEP_MS = 10_000
const DAY_MS = 86_400_000
const YEARS_MS = 730 * DAY_MS
const now = Date.now()
const pool = { connectionId: 'bench', poolId: `us-east-1:${randomUUID()}` }
const PROVIDERS = ['accounts.google.com', 'graph.facebook.com', 'appleid.apple.com', 'login.members.example']

type Line = {
  what: string
  'median, ms': number
  'longest, ms': number
  'main thread, ms': number
  'loop held, ms': number
  found: number
}

/** Two years: six in ten are guests, who seldom change; users have one login or two, and one in ten is disabled. */
function planted(): Identity {
  const lot = randomInt(100_000)
  const state = lot % 10 < 6 ? 'guest' : lot % 10 < 9 ? 'authenticated' : 'disabled'
  const provider = PROVIDERS[lot % 7 === 0 ? 1 : lot % 11 === 0 ? 2 : lot < 100 ? 3 : 0] ?? ''
  const logins =
    state === 'authenticated' ? [...new Set([provider, ...(lot % 5 === 0 ? [PROVIDERS[0] ?? ''] : [])])] : []
  const createdAt = now - randomInt(YEARS_MS)
  const isStill = state === 'guest' && lot % 4 !== 0
  const modifiedAt = isStill ? createdAt : createdAt + randomInt(Math.max(1, now - createdAt))
  return { identityId: `us-east-1:${randomUUID()}`, state, logins, createdAt, modifiedAt }
}

async function plant(db: Db) {
  const scanId = await beginScan(db, pool, now)
  for (let start = 0; start < COUNT; start += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, COUNT - start) }, planted)
    await db.transaction().execute((trx) => storeScanPage(trx, scanId, page))
  }
  await completeScan(db, scanId)
}

const filters = {
  everything: '',
  'one state': 'state=guest',
  'two states': 'state=guest,disabled',
  'a provider': 'provider=graph.facebook.com',
  'a rare provider': 'provider=login.members.example',
  'created before a day': 'created<2026-01-01',
  'created within a week': 'created>=37d created<30d',
  'not changed for 90 days': 'modified<90d',
  'guests not changed for 90 days': 'state=guest modified<90d',
  'created and changed, wide': 'created>=600d modified<100d',
  'created and changed, narrow': 'created>=20d modified<15d',
  'beginning of an id, one digit': 'id=us-east-1:a',
  'beginning of an id, three digits': 'id=us-east-1:abc',
  'four conditions': 'state=authenticated provider=accounts.google.com created>=500d modified<60d',
  'five conditions': 'state=authenticated provider=accounts.google.com created>=500d modified<60d id=us-east-1:b',
  nothing: 'state=disabled created>=1d modified<300d',
}

const sorts: IndexSort[] = [
  { by: 'created', descending: true },
  { by: 'modified', descending: false },
  { by: 'state', descending: false },
  { by: 'provider', descending: true },
  { by: 'id', descending: false },
]

async function measure(db: Db): Promise<Line[]> {
  const lines: Line[] = []
  const note = async (what: string, ask: () => Promise<number>) => {
    let found = await ask()
    const times: number[] = []
    const loop = monitorEventLoopDelay({ resolution: 1 })
    loop.enable()
    const before = process.threadCpuUsage()
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now()
      found = await ask()
      times.push(performance.now() - began)
    }
    loop.disable()
    const { user, system } = process.threadCpuUsage(before)
    const round = (value: number) => Math.round(value * 10) / 10
    lines.push({
      what,
      'median, ms': round(median(times)),
      'longest, ms': round(Math.max(...times)),
      'main thread, ms': round((user + system) / 1000 / TIMES),
      'loop held, ms': round(loop.max / 1e6),
      found,
    })
  }
  for (const [what, text] of Object.entries(filters)) {
    const filter = parseFilter(text)
    await note(`count: ${what}`, async () => (await countIndex(pool, filter, { db, now })).total)
    for (const sort of sorts) {
      const first = await indexPage(pool, filter, { sort, now, db })
      const cursor = first.nextCursor ?? undefined
      const name = `${sort.by}${sort.descending ? ', descending' : ''}`
      await note(
        `page by ${name}: ${what}`,
        async () => (await indexPage(pool, filter, { sort, cursor, now, db })).identities.length,
      )
    }
    await note(`charts: ${what}`, async () => (await breakDownIndex(pool, filter, { db, now })).total)
    await note(`sample: ${what}`, async () => (await sampleIndex(pool, filter, { db, now })).length)
  }
  return lines
}

async function sizeOf(place: StorePlace): Promise<number> {
  if (place.databaseUrl === null) return (await stat(storeFile(place))).size
  const client = new Client(place.databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size')
  await client.end()
  return Number(rows[0]?.size)
}

/** Ids out of the index, and out of it for good, a second. */
async function move(db: Db, side: SideStore) {
  let began = performance.now()
  const ids: string[] = []
  for await (const chunk of eachMatchingId(pool, parseFilter(''), { db: side.read })) ids.push(...chunk)
  const frozen = Math.round(ids.length / (performance.now() - began))
  const going = ids.slice(0, 60_000)
  const loop = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  loop.enable()
  for (let start = 0; start < going.length; start += 600) {
    began = performance.now()
    await db.transaction().execute((trx) => forgetIndexed(trx, pool, going.slice(start, start + 600)))
    times.push(performance.now() - began)
    await pause(20)
  }
  const held = Math.round(loop.max / 1e6)
  console.log(
    `${frozen} thousand ids a second frozen; 600 forgotten in ${Math.round(median(times))} ms, the loop held ${held} ms at most.`,
  )
  loop.reset()
  const sweeping = sweepForgotten(side, AbortSignal.timeout(SWEEP_MS))
  // Somebody who writes meanwhile.
  while (!(await Promise.race([sweeping.then(() => true), pause(50).then(() => false)])))
    await db.transaction().execute((trx) => forgetIndexed(trx, { ...pool, connectionId: 'other' }, []))
  const rate = Math.round((await sweeping) / (SWEEP_MS / 1000))
  console.log(`${rate} ids a second swept, the loop held ${Math.round(loop.max / 1e6)} ms at most.`)
}

const directory = await mkdtemp(join(tmpdir(), 'lifeguard-index-'))
const postgres = await startPostgres()
const missed: string[] = []
try {
  for (const databaseUrl of [null, postgres.url]) {
    const place: StorePlace = { dataDir: directory, databaseUrl }
    const name = databaseUrl === null ? 'SQLite' : 'PostgreSQL'
    const db = openStore(place)
    await migrate(db, engineOf(place))
    const began = performance.now()
    const side = openAside(place, db)
    await side.write([])
    await plant(db)
    await settleIndex(side)
    const rate = Math.round(COUNT / (performance.now() - began))
    const size = Math.round((await sizeOf(place)) / 2 ** 20)
    console.log(`${name}: ${COUNT.toLocaleString('en')} identities, ${rate} thousand a second, ${size} MiB.`)
    const lines = await measure(side.read)
    console.table(lines)
    for (const line of lines) {
      if (line['median, ms'] > LIMIT_MS) missed.push(`${name}, ${line.what}: ${line['median, ms']} ms`)
      if (line['main thread, ms'] > MAIN_LIMIT_MS)
        missed.push(`${name}, ${line.what}: ${line['main thread, ms']} ms of the main thread`)
    }
    await move(db, side)
    await side.end()
    await db.destroy()
  }
} finally {
  await postgres.stop()
  await rm(directory, { recursive: true })
}
for (const line of missed) console.error(line)
process.exitCode = missed.length === 0 ? 0 : 1
