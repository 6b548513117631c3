import { ListIdentitiesCommand, ListIdentityPoolsCommand } from '@aws-sdk/client-cognito-identity'
import { readFile } from 'node:fs/promises'
import { startConsole, type Console } from '../../e2e/fixtures/console.ts'
import { startEmulator, type Emulator } from '../../e2e/fixtures/emulator.ts'
import { median } from './median.ts'

const IDENTITIES = 1_000_000
const REGION = 'us-east-1'
const ROUNDS = 50
const WARM_UP = 10
const DEEP_PAGE = 1_000

const limits = { seedSeconds: 60, memoryMiB: 1024, page: (list: number) => 3 * list + 30, deepPageRatio: 1.25 }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const list = (emulator: Emulator, poolId: string, token?: string) =>
  emulator.client(REGION).send(new ListIdentitiesCommand({ IdentityPoolId: poolId, MaxResults: 60, NextToken: token }))

/** Reads a document until its first row of the table is there. */
async function firstRows({ ask }: Console, url: string): Promise<void> {
  const { body } = await ask(url, { headers: { accept: 'text/html' } })
  if (!body) throw new Error(`${url} has no body`)
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes(`aria-label="Select ${REGION}:`)) return
  }
  throw new Error(`${url} was served without a row`)
}

async function memoryMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

async function tokenOfPage(emulator: Emulator, poolId: string, page: number) {
  let token: string | undefined
  for (let read = 1; read < page; read += 1) token = (await list(emulator, poolId, token)).NextToken
  return token
}

async function measure() {
  const seeded = performance.now()
  const emulator = await startEmulator({ seed: IDENTITIES })
  const seedSeconds = (performance.now() - seeded) / 1000
  const connections = [{ id: 'test', endpoint: emulator.url, regions: [REGION] }]
  const served = await startConsole({ config: { connections } })
  try {
    const pools = await emulator.client(REGION).send(new ListIdentityPoolsCommand({ MaxResults: 1 }))
    const poolId = pools.IdentityPools?.[0]?.IdentityPoolId ?? ''
    const url = `/test/pools/${poolId}/identities`
    const deep = await tokenOfPage(emulator, poolId, DEEP_PAGE)
    const times: Record<'list' | 'deep' | 'page', number[]> = { list: [], deep: [], page: [] }
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const taken = {
        list: await timed(() => list(emulator, poolId)),
        deep: await timed(() => list(emulator, poolId, deep)),
        page: await timed(() => firstRows(served, url)),
      }
      if (round < 0) continue
      times.list.push(taken.list)
      times.deep.push(taken.deep)
      times.page.push(taken.page)
    }
    return {
      seedSeconds,
      memoryMiB: await memoryMiB(emulator.pid),
      list: median(times.list),
      deep: median(times.deep),
      page: median(times.page),
    }
  } finally {
    await served.stop()
    await emulator.stop()
  }
}

const { seedSeconds, memoryMiB: memory, list: bare, deep, page } = await measure()
const rows = [
  { what: 'Seeding, s', measured: seedSeconds, limit: limits.seedSeconds },
  { what: 'Peak memory of the emulator, MiB', measured: memory, limit: limits.memoryMiB },
  { what: 'ListIdentities, page 1, ms', measured: bare, limit: Number.POSITIVE_INFINITY },
  { what: `Page ${DEEP_PAGE} / page 1`, measured: deep / bare, limit: limits.deepPageRatio },
  { what: 'First rows of the identities page, ms', measured: page, limit: limits.page(bare) },
].map(({ what, measured, limit }) => ({ what, measured: Number(measured.toFixed(2)), limit: Number(limit.toFixed(2)) }))

console.log(`A pool of ${IDENTITIES.toLocaleString('en')} identities, medians of ${ROUNDS}:`)
console.table(rows)
const missed = rows.filter(({ measured, limit }) => !(measured <= limit))
for (const { what, measured, limit } of missed) console.error(`${what}: ${measured} is over ${limit}.`)
process.exitCode = missed.length === 0 ? 0 : 1
