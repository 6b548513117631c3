import { setTimeout as pause } from 'node:timers/promises'
import { CognitoIdentityClient, DeleteIdentitiesCommand, ListIdentitiesCommand } from '@aws-sdk/client-cognito-identity'
import { newOperationId } from '../../lib/core/operation-id.ts'
import { store } from '../../lib/db/open.ts'
import { deletePoolIdentitiesJob } from '../../lib/jobs/delete-pool-identities-job.ts'
import { createDraft } from '../../lib/jobs/drafts.ts'
import { jobKinds } from '../../lib/jobs/kinds.ts'
import { readJob } from '../../lib/jobs/read-jobs.ts'
import { startDraft } from '../../lib/jobs/start-draft.ts'
import { startRunner } from '../../lib/jobs/runner.ts'
import { inSeededWorld, REGION, type SeededWorld } from './seeded-world.ts'
import { startedDeletion } from './started-deletion.ts'

const COUNT = 6_000
const CALL = 60
const WAYS_AT_ONCE = 10
const LATENCY_MS = 50

type Line = Record<string, string | number>
type Retries = 'standard' | 'adaptive'
type Way = { what: string; of: 'ids' | 'pool'; run: (world: SeededWorld) => Promise<void> }

const clientOf = ({ emulator }: SeededWorld, retryMode: Retries) =>
  new CognitoIdentityClient({
    endpoint: emulator.url,
    region: REGION,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    retryMode,
  })

const chunksOf = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / CALL) }, (_, index) => ids.slice(index * CALL, (index + 1) * CALL))

/** The ids of a pool, 60 at a time as the service lists them. */
async function* listed(client: CognitoIdentityClient, poolId: string): AsyncGenerator<string[], void> {
  for (let token: string | undefined; ;) {
    const input = { IdentityPoolId: poolId, MaxResults: CALL, NextToken: token }
    const { Identities = [], NextToken } = await client.send(new ListIdentitiesCommand(input))
    yield Identities.map(({ IdentityId = '' }) => IdentityId)
    token = NextToken
    if (token === undefined) return
  }
}

const sequential = (of: Way['of']) => async (world: SeededWorld) => {
  const client = clientOf(world, 'standard')
  for await (const ids of of === 'ids' ? chunksOf(world.ids) : listed(client, world.poolId))
    await client.send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: [...ids] }))
}

const tenAtOnce = (retries: Retries) => async (world: SeededWorld) => {
  const client = clientOf(world, retries)
  const underWay = new Set<Promise<unknown>>()
  for await (const ids of listed(client, world.poolId)) {
    const sent: Promise<unknown> = client
      .send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: ids }))
      .catch(() => null)
      .finally(() => underWay.delete(sent))
    underWay.add(sent)
    if (underWay.size >= WAYS_AT_ONCE) await Promise.race(underWay)
  }
  await Promise.all(underWay)
}

const byJob = (of: Way['of']) => async (world: SeededWorld) => {
  const { poolId, connectionId } = world
  const jobId = of === 'ids' ? await startedDeletion(world) : newOperationId()
  if (of === 'pool') {
    const actor = { id: 'local', name: 'Bench', role: 'admin' as const }
    const connection = { id: connectionId, accountId: null }
    const draft = { kind: deletePoolIdentitiesJob, name: 'Bench', parameters: {}, connection, region: REGION, poolId }
    await createDraft(store(), { jobId, ...draft, actor, at: Date.now() })
    await startDraft(store(), jobId, { needsIds: false, by: actor.name, at: Date.now() })
  }
  const runner = startRunner({ db: store(), kinds: jobKinds })
  while ((await readJob(jobId, connectionId)).endedAt === null) await pause(20)
  await runner.stop()
}

const ways: Way[] = [
  { what: 'loop over ids, one call after the other', of: 'ids', run: sequential('ids') },
  { what: 'job over ids', of: 'ids', run: byJob('ids') },
  { what: 'loop over the pool, one call after the other', of: 'pool', run: sequential('pool') },
  { what: 'ten at once, SDK standard', of: 'pool', run: tenAtOnce('standard') },
  { what: 'ten at once, SDK adaptive', of: 'pool', run: tenAtOnce('adaptive') },
  { what: 'job over the pool', of: 'pool', run: byJob('pool') },
]

async function measure(way: Way, quotas: string): Promise<Line> {
  const known: Record<string, number> = quotas === 'aws' ? { DeleteIdentities: 10, ListIdentities: 5 } : {}
  return inSeededWorld({ count: COUNT, quotas, latencyMs: LATENCY_MS, known, databaseUrl: '' }, async (world) => {
    const began = performance.now()
    const end = await way.run(world).then(
      () => 'came to its end',
      (error: unknown) => `died: ${error instanceof Error ? error.name : 'unknown'}`,
    )
    const seconds = (performance.now() - began) / 1_000
    const throttled = await world.emulator.throttled()
    let left = 0
    for await (const ids of listed(patient(world), world.poolId)) left += ids.length
    return { quotas, what: way.what, of: way.of, seconds: Math.round(seconds * 10) / 10, end, left, throttled }
  })
}

const patient = (world: SeededWorld) =>
  new CognitoIdentityClient({
    endpoint: world.emulator.url,
    region: REGION,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    maxAttempts: 20,
  })

/** Deletions of 6,000 identities by scripts and by jobs, one after the other in one run. */
export async function measureBeside(): Promise<Line[]> {
  const lines: Line[] = []
  for (const quotas of ['off', 'aws']) {
    const ofQuota: Line[] = []
    for (const way of ways) ofQuota.push(await measure(way, quotas))
    for (const line of ofQuota) {
      const others = ofQuota
        .filter(({ of, left }) => of === line['of'] && left === 0)
        .map(({ seconds }) => Number(seconds))
      line['of the fastest without loss'] = Math.round((Number(line['seconds']) / Math.min(...others)) * 100) / 100
    }
    lines.push(...ofQuota)
  }
  return lines
}
