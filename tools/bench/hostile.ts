import { setTimeout as pause } from 'node:timers/promises'
import { startConsole, type Console } from '../../e2e/fixtures/console.ts'
import { residentMiB } from '../../e2e/fixtures/memory.ts'
import { builtActions, callAction } from '../../e2e/fixtures/server-actions.ts'
import { startHostileServer, type Way } from './hostile-server.ts'

const REGION = 'us-east-1'
const WARM_UP = 5
const limits = { actionMs: 6_000, growthMiB: 50, healthMs: 200, readOn: 16, pages: 4 }

const id = (number: number) => `${REGION}:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const connectionId = 'test'
const pool = { connectionId, poolId: id(1) }
const rows = (count: number) => ({ connectionId, poolIds: Array.from({ length: count }, (_, index) => id(index + 1)) })

/** An action of one call for each service, a write, and the rows of a page, which are read eight at once. */
const calls: [service: string, action: string, input: object][] = [
  ['Cognito', 'listIdentityPools', { connectionId, region: REGION }],
  ['Cognito, written', 'deleteIdentities', { connectionId, region: REGION, identityIds: [id(2)] }],
  ['IAM', 'listRoles', { pool }],
  ['STS', 'listTagsForResource', { pool }],
  ['Cognito, rows in view', 'describeIdentityPools', rows(8)],
]

const actions = new Map(builtActions().map((action) => [action.name, action]))

function call(served: Console, name: string, input: object, signal?: AbortSignal): Promise<string> {
  const action = actions.get(name)
  if (!action) throw new Error(`The build has no action ${name}`)
  return callAction(served, action, input, signal)
}

async function timed<T>(work: () => Promise<T>) {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** What happens to the server beside some work: its memory's growth, and its slowest answer to the health check. */
async function beside<T>(served: Console, work: () => Promise<T>) {
  const ended = new AbortController()
  const before = await residentMiB(served.pid)
  const worst = { growthMiB: 0, healthMs: 0 }
  const watch = (async () => {
    while (!ended.signal.aborted) {
      const { ms } = await timed(async () => (await fetch(`${served.url}/api/health`)).text())
      worst.healthMs = Math.max(worst.healthMs, ms)
      worst.growthMiB = Math.max(worst.growthMiB, (await residentMiB(served.pid)) - before)
      await pause(50)
    }
  })()
  const value = await work()
  ended.abort()
  await watch
  return { value, ...worst }
}

async function measure() {
  const hostile = await startHostileServer()
  const services = ['COGNITO_IDENTITY', 'IAM', 'STS'].map((name) => [`AWS_ENDPOINT_URL_${name}`, hostile.url])
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const connections = [{ id: connectionId, regions: [REGION], credentials }]
  const served = await startConsole({ config: { connections }, env: Object.fromEntries(services) })
  const measured: { what: string; measured: number; limit: number }[] = []
  const note = (what: string, value: number, limit: number) =>
    measured.push({ what, measured: Math.round(value), limit })
  try {
    for (let round = 0; round < WARM_UP; round += 1)
      for (const [, action, input] of calls) await call(served, action, input)
    const ways: Way[] = ['never answers', 'never ends', 'drips a byte a second', 'sends 200 MB']
    for (const way of ways) {
      hostile.state.way = way
      const seen = await beside(served, () =>
        Promise.all(calls.map(([, action, input]) => timed(() => call(served, action, input)))),
      )
      for (const [index, [service]] of calls.entries()) {
        const { value, ms } = seen.value[index] ?? { value: 'ok', ms: Number.NaN }
        const isTold = service.endsWith('view') || /^(UNAVAILABLE|UNKNOWN_OUTCOME)$/.test(value)
        note(`${service} that ${way}, ms`, isTold ? ms : Number.NaN, limits.actionMs)
      }
      note(`Memory while it ${way}, MiB more`, seen.growthMiB, limits.growthMiB)
      note(`Health while it ${way}, slowest ms`, seen.healthMs, limits.healthMs)
      await pause(500)
      note(`Calls still open that it ${way}`, hostile.state.open, 0)
    }
    hostile.state.way = 'repeats a token'
    const before = hostile.state.calls
    await (await served.ask(`/${connectionId}/pools`)).text()
    note('Calls for a list that repeats a token', hostile.state.calls - before, limits.pages)

    hostile.state.way = 'refuses slowly'
    const tab = new AbortController()
    const stream = call(served, 'describeIdentityPools', rows(200), tab.signal).catch(() => null)
    await pause(1_000)
    tab.abort()
    await stream
    const left = hostile.state.calls
    await pause(3_000)
    note('Calls after the tab is gone', hostile.state.calls - left, limits.readOn)
  } finally {
    await served.stop()
    await hostile.stop()
  }
  return measured
}

const measured = await measure()
console.log('Endpoints of Cognito, IAM and STS that mean no good:')
console.table(measured)
const missed = measured.filter(({ measured: value, limit }) => !(value <= limit))
for (const { what, measured: value, limit } of missed) console.error(`${what}: ${value} is over ${limit}.`)
process.exitCode = missed.length === 0 ? 0 : 1
