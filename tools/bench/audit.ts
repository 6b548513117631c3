import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startConsole, type Console } from '../../e2e/fixtures/console.ts'
import { actionAnswer, builtActions } from '../../e2e/fixtures/server-actions.ts'
import { everything, type AuditFilter } from '../../lib/history/audit-filter.ts'
import { startPostgres } from '../postgres-server.ts'
import { identityId, needle, poolName } from './audit-rows.ts'
import { seedPostgres, seedSqlite } from './audit-seed.ts'

const COUNT = Number(process.argv[2] ?? 1_000_000)
const REGION = 'us-east-1'
/** What takes longer is left, and said not to be whole. */
const LONG_MS = 30_000
const limits = { answerMs: 1_000, healthMs: 200 }

type Line = {
  what: string
  'first answer, ms': number
  'all of it, s': number
  'to its end': boolean
  answers: number
  found: number
  'health, ms': number
}

const searches: [what: string, filter: Partial<AuditFilter>, goOn?: true][] = [
  ['newest page', {}],
  ['an operation', { operation: 'delete identities' }],
  ['an operation that nobody ever did', { operation: 'merge' }, true],
  ['an actor', { actor: 'agent 17' }],
  ['an actor who is not there', { actor: 'nobody' }, true],
  ['a pool by its name', { pool: poolName(17) }],
  ['a developer user identifier', { user: needle.user }, true],
  ['an identity', { identity: identityId(65) }, true],
  ['a connection', { connection: 'stage' }],
  ['failed', { outcome: 'failed' }],
  ['denied', { outcome: 'denied' }],
  ['unknown', { outcome: 'unknown' }, true],
  ['unknown, without a hit', { outcome: 'unknown', actor: 'nobody' }, true],
  ['a day long ago', { from: needle.day, to: needle.day }, true],
  ['a reason, without a hit', { reason: 'XX-1' }, true],
  ['text of a change, the oldest', { text: `removed google login ${needle.app}` }, true],
  ['text of a change, without a hit', { text: 'nobody-wrote-this' }, true],
  ['words that are said of every change, without a hit', { text: 'guest access removed' }, true],
]

const lists = builtActions().filter(({ name }) => name === 'listAuditEntries')

/** Asks page by page, until the log was searched as far as the filter reaches where that is wanted. */
async function search(served: Console, filter: Partial<AuditFilter>, goOn: boolean) {
  const [list] = lists
  if (!list) throw new Error('The build has no action listAuditEntries')
  const { connection, ...asked } = { ...everything, ...filter }
  const times: number[] = []
  let found = 0
  let cursor: unknown
  for (;;) {
    const began = performance.now()
    const input = { filter: asked, ...(connection && { connectionId: connection }), ...(cursor ? { cursor } : {}) }
    const { answer } = await actionAnswer(served, list, input)
    times.push(performance.now() - began)
    found += [...answer.matchAll(/"operationId":/g)].length
    const next = /"nextCursor":(null|\{[^}]*\})/.exec(answer)?.[1]
    if (next === undefined) throw new Error(`No page came: ${answer.slice(0, 300)}`)
    cursor = JSON.parse(next)
    const isLong = times.reduce((sum, one) => sum + one, 0) > LONG_MS
    if (!goOn || cursor === null || isLong) return { times, found, isWhole: cursor === null }
  }
}

/** The slowest answer to the health check beside some work. */
async function beside<T>(url: string, work: () => Promise<T>): Promise<{ value: T; healthMs: () => number }> {
  const ended = new AbortController()
  let healthMs = 0
  const watch = (async () => {
    while (!ended.signal.aborted) {
      const began = performance.now()
      await (await fetch(`${url}/api/health`)).text()
      healthMs = Math.max(healthMs, performance.now() - began)
      await pause(20)
    }
  })()
  try {
    return { value: await work(), healthMs: () => healthMs }
  } finally {
    ended.abort()
    await watch
  }
}

const [count] = builtActions().filter(({ name }) => name === 'countAuditEntries')

/** The bars over a year, each over several days. */
async function countOver(served: Console, from: string, to: string) {
  if (!count) throw new Error('The build has no action countAuditEntries')
  const began = performance.now()
  const { answer } = await actionAnswer(served, count, { over: { from, to } })
  const bars = [...answer.matchAll(/"counted":(null|\{)/g)].map(([, found]) => found)
  const isWhole = bars.length > 0 && !bars.includes('null')
  return { times: [performance.now() - began], found: bars.length, isWhole }
}

async function exportAll({ ask }: Console, query = '') {
  const began = performance.now()
  const response = await ask(`/api/audit${query}`)
  let first = 0
  let lines = 0
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    first ||= performance.now() - began
    lines += decoder.decode(chunk, { stream: true }).match(/^\d+,20\d\d-/gm)?.length ?? 0
    if (performance.now() - began > LONG_MS) break
  }
  return { times: [first, performance.now() - began - first], found: lines, isWhole: lines === COUNT }
}

async function measure(served: Console): Promise<Line[]> {
  const { url } = served
  for (const [, filter] of searches.slice(0, 3)) await search(served, filter, false)
  const lines: Line[] = []
  const note = async (what: string, work: () => Promise<{ times: number[]; found: number; isWhole: boolean }>) => {
    const { value, healthMs } = await beside(url, work)
    const { times, found, isWhole } = value
    lines.push({
      what,
      'first answer, ms': Math.round(times[0] ?? 0),
      'all of it, s': Math.round(times.reduce((sum, one) => sum + one, 0) / 100) / 10,
      'to its end': isWhole,
      answers: times.length,
      found,
      'health, ms': Math.round(healthMs()),
    })
  }
  for (const [what, filter, goOn = false] of searches) await note(what, () => search(served, filter, goOn))
  await note('bars of a day', () => countOver(served, needle.day, needle.day))
  await note('bars of a year', () => countOver(served, '2025-11-26', '2026-11-26'))
  await note('export of everything', () => exportAll(served))
  return lines
}

const connections = ['test', 'stage'].map((id) => ({ id, endpoint: 'http://127.0.0.1:9', regions: [REGION] }))
const postgres = await startPostgres()
const missed: string[] = []
try {
  for (const engine of ['SQLite', 'PostgreSQL'] as const) {
    const env = engine === 'SQLite' ? {} : { DATABASE_URL: postgres.url }
    const served = await startConsole({ config: { connections }, env })
    try {
      const began = performance.now()
      await (engine === 'SQLite'
        ? seedSqlite(join(served.dataDirectory, 'data', 'lifeguard.sqlite'), COUNT)
        : seedPostgres(postgres.url, COUNT))
      const seconds = Math.round((performance.now() - began) / 1000)
      console.log(`${engine}: ${COUNT.toLocaleString('en')} operations planted in ${seconds} s.`)
      const lines = await measure(served)
      console.table(lines)
      for (const line of lines) {
        if (line['first answer, ms'] > limits.answerMs)
          missed.push(`${engine}, ${line.what}: the first answer took ${line['first answer, ms']} ms`)
        if (line['health, ms'] > limits.healthMs)
          missed.push(`${engine}, ${line.what}: the health check took ${line['health, ms']} ms`)
      }
    } catch (error) {
      console.error(served.output().slice(-3000))
      throw error
    } finally {
      await served.stop()
    }
  }
} finally {
  await postgres.stop()
}
for (const line of missed) console.error(line)
process.exitCode = missed.length === 0 ? 0 : 1
