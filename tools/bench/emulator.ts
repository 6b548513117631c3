import { Agent, request } from 'node:http'
import { type Emulator, startEmulator } from '../../e2e/fixtures/emulator.ts'
import { residentMiB } from '../../e2e/fixtures/memory.ts'
import { median } from './median.ts'

const SMALL = 1000
const LARGE = 1_000_000
const PAGE = 60
const ROUNDS = 15
/** Calls in flight. */
const WIDTH = 4
const limits = { ratio: 0.8, ListIdentities: 1000, DeleteIdentities: 150, memoryMiB: 1024 }

const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/cognito-identity/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`
const headers = { authorization, 'x-amz-date': '20260101T000000Z', 'content-type': 'application/x-amz-json-1.1' }

interface Answer {
  IdentityPools?: { IdentityPoolId: string }[]
  Identities?: { IdentityId: string }[]
  IdentityId?: string
  NextToken?: string
}

/** One call on a connection that is kept; the client of the SDK would be slower than the emulator. */
function call(url: string, operation: string, input: object): Promise<Answer> {
  const body = JSON.stringify(input)
  const target = { 'x-amz-target': `AWSCognitoIdentityService.${operation}`, 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...target } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(JSON.parse(text) as Answer)
        else reject(new Error(`${operation}: ${text}`))
      })
    })
    sent.on('error', reject).end(body)
  })
}

/** A pool under measurement: its ids in the service's own order, and where listing goes on. */
interface Subject {
  emulator: Emulator
  pool: string
  ids: string[]
  token: string | undefined
}

async function prepare(count: number): Promise<Subject> {
  const emulator = await startEmulator({ seed: count })
  const { IdentityPools = [] } = await call(emulator.url, 'ListIdentityPools', { MaxResults: 1 })
  const pool = IdentityPools[0]?.IdentityPoolId ?? ''
  const ids: string[] = []
  let NextToken: string | undefined
  do {
    const page = await call(emulator.url, 'ListIdentities', { IdentityPoolId: pool, MaxResults: PAGE, NextToken })
    ids.push(...(page.Identities ?? []).map(({ IdentityId }) => IdentityId))
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return { emulator, pool, ids, token: undefined }
}

/** Calls a second, some of them at the same time. */
async function rate(calls: number, work: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < calls) await work(next++)
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: WIDTH }, worker))
  return calls / ((performance.now() - start) / 1000)
}

/** Makes guests; each measure leaves the pool as large as it was. */
async function addGuests({ emulator, pool, ids }: Subject, count: number): Promise<number> {
  return rate(count, async () => {
    const { IdentityId = '' } = await call(emulator.url, 'GetId', { IdentityPoolId: pool })
    ids.push(IdentityId)
  })
}

/** Deletes the oldest identities, a page of them a call. */
async function deleteOldest({ emulator, ids }: Subject, count: number): Promise<number> {
  const oldest = ids.splice(0, count)
  const batches = Array.from({ length: count / PAGE }, (_, index) => oldest.slice(index * PAGE, (index + 1) * PAGE))
  return rate(batches.length, (index) =>
    call(emulator.url, 'DeleteIdentities', { IdentityIdsToDelete: batches[index] }),
  )
}

const measures: Record<string, (subject: Subject) => Promise<number>> = {
  GetId: async (subject) => {
    const measured = await addGuests(subject, 8 * PAGE)
    await deleteOldest(subject, 8 * PAGE)
    return measured
  },
  DescribeIdentity: ({ emulator, ids }) =>
    rate(1000, () =>
      call(emulator.url, 'DescribeIdentity', { IdentityId: ids[Math.floor(Math.random() * ids.length)] }),
    ),
  ListIdentities: (subject) =>
    rate(500, async () => {
      const input = { IdentityPoolId: subject.pool, MaxResults: PAGE, NextToken: subject.token }
      subject.token = (await call(subject.emulator.url, 'ListIdentities', input)).NextToken
    }),
  DeleteIdentities: async (subject) => {
    const measured = await deleteOldest(subject, 15 * PAGE)
    await addGuests(subject, 15 * PAGE)
    return measured
  },
}

async function measure() {
  const seeding = performance.now()
  const large = await prepare(LARGE)
  console.log(`One million identities seeded and read in ${((performance.now() - seeding) / 1000).toFixed(1)} s.`)
  const small = await prepare(SMALL)
  const rows: Record<string, { 'at 1,000': number; 'at 1,000,000': number; ratio: number }> = {}
  for (const [operation, run] of Object.entries(measures)) {
    const rounds: { few: number; many: number }[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push({ few: await run(small), many: await run(large) })
    const [few, many] = [median(rounds.map((one) => one.few)), median(rounds.map((one) => one.many))]
    rows[operation] = {
      'at 1,000': Math.round(few),
      'at 1,000,000': Math.round(many),
      ratio: Math.round((many / few) * 100) / 100,
    }
  }
  const memoryMiB = Math.round(await residentMiB(large.emulator.pid))
  await Promise.all([small.emulator.stop(), large.emulator.stop()])
  return { rows, memoryMiB }
}

const { rows, memoryMiB } = await measure()
agent.destroy()
console.table(rows)
console.log(`Memory at a million: ${memoryMiB} MiB`)
const broken = [
  ...Object.entries(rows).map(([name, { ratio }]) =>
    ratio < limits.ratio ? `${name}: ratio ${ratio} below ${limits.ratio}` : '',
  ),
  ...(['ListIdentities', 'DeleteIdentities'] as const).map((name) => {
    const { 'at 1,000,000': many = 0 } = rows[name] ?? {}
    return many < limits[name] ? `${name}: ${many} calls a second, not ${limits[name]}` : ''
  }),
  memoryMiB < limits.memoryMiB ? '' : `memory: ${memoryMiB} MiB, not below ${limits.memoryMiB}`,
].filter((line) => line !== '')
for (const line of broken) console.error(line)
process.exitCode = broken.length === 0 ? 0 : 1
