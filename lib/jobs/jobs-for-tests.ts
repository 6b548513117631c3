import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { config } from '../config/config.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { store } from '../db/open.ts'
import { insertIdentity } from '../emulator/state/identities.ts'
import type { World } from '../emulator/state/world.ts'
import { membershipOf } from '../identities/membership.ts'
import { deleteIdentitiesJob } from './delete-identities-job.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import { hasEnded, toJob, type Job } from './job.ts'
import type { JobKind } from './job-kind.ts'
import { jobKinds } from './kinds.ts'
import { startRunner, type RunnerOptions } from './runner.ts'

const REGION = 'us-east-1'
const ADDED_AT_ONCE = 5_000

/** The ids of all identities of an emulator, in the order in which they were made. */
export const idsIn = (world: World): string[] =>
  world.store.all<{ id: string }>('select id from identity order by number').map(({ id }) => id)

/** The pool of a seeded emulator. */
export const poolIn = (world: World) => ({
  connectionId: 'test',
  poolId: world.store.get<{ id: string }>('select id from pool')?.id ?? '',
})

/** So many more guests in the pool of a seeded emulator; their ids. */
export function addGuests({ store: worldStore, random }: World, count: number): string[] {
  const { number: pool = 0 } = worldStore.get<{ number: number }>('select number from pool') ?? {}
  const guest = { region: REGION, pool, disabled: false, created: 1, modified: 1 }
  return worldStore.transaction(() => {
    const numbers = Array.from({ length: count }, () => insertIdentity(worldStore, random, guest))
    return worldStore
      .all<{ id: string }>('select id from identity where number >= ? order by number', numbers[0] ?? 0)
      .map(({ id }) => id)
  })
}

/** Ids as somebody chooses them in the list of a pool. */
export const chosenIn = (pool: PoolRef, ids: readonly string[]) => ({
  ids: [...ids],
  proofs: ids.map((id) => membershipOf(pool, id)),
})

type Made = { kind?: JobKind; parameters?: unknown; connectionId?: string; poolId?: string | null }

/** A job over these ids that waits for its turn; its id. */
export async function startedJob(ids: readonly string[], made: Made = {}): Promise<string> {
  const { kind = deleteIdentitiesJob, parameters = {}, connectionId = 'test', poolId = null } = made
  const connection = config().connections.find(({ id }) => id === connectionId)
  if (!connection) throw new Error(`There is no connection ${connectionId}`)
  const jobId = newOperationId()
  const actor = { id: 'local', name: 'Local operator', role: 'admin' as const }
  const at = Date.now()
  await createDraft(store(), { jobId, kind, name: 'A job', parameters, connection, region: REGION, poolId, actor, at })
  for (let start = 0; start < ids.length; start += ADDED_AT_ONCE)
    await addDraftIds(store(), jobId, ids.slice(start, start + ADDED_AT_ONCE))
  await startDraft(store(), jobId, { needsIds: ids.length > 0, by: actor.name, at: Date.now() })
  return jobId
}

/** A runner on the store of this process that ends with the test. */
export function runnerForTest(options: Partial<RunnerOptions> = {}) {
  const runner = startRunner({ db: store(), kinds: jobKinds, lookMs: 30, ...options })
  onTestFinished(() => runner.stop())
  return runner
}

/** A job as the store has it. */
export const jobNow = async (jobId: string): Promise<Job> =>
  toJob(await store().selectFrom('job').selectAll().where('job_id', '=', jobId).executeTakeFirstOrThrow())

/** The job when it is so. Errors: when it is not within a while. */
export async function jobWhen(jobId: string, isSo: (job: Job) => boolean, patienceMs = 15_000): Promise<Job> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await jobNow(jobId)
    if (isSo(found)) return found
    if (Date.now() > until) throw new Error(`The job is ${JSON.stringify(found)}`)
    await wait(10)
  }
}

export const endedJob = (jobId: string, patienceMs?: number): Promise<Job> => jobWhen(jobId, hasEnded, patienceMs)

/** What the store says of every id of a job, counted from the rows and not from the counts. */
export async function accountOf(jobId: string) {
  const chunks = await store()
    .selectFrom('job_chunk as chunk')
    .innerJoin('job_chunk_ids as frozen', (join) =>
      join.onRef('frozen.job_id', '=', 'chunk.job_id').onRef('frozen.number', '=', 'chunk.number'),
    )
    .select(['state', 'ids'])
    .where('chunk.job_id', '=', jobId)
    .execute()
  const ids = (state: 'waiting' | 'done') =>
    chunks.filter((chunk) => chunk.state === state).flatMap((chunk) => JSON.parse(chunk.ids) as string[])
  const refusals = await store().selectFrom('job_refusal').selectAll().where('job_id', '=', jobId).execute()
  const refused = new Map(refusals.map(({ item, code }) => [item, code]))
  return { done: ids('done').filter((id) => !refused.has(id)), refused, left: ids('waiting') }
}

type Exact = { ids: readonly string[]; others: readonly string[] }

/** Each of the ids is done and gone, and nobody else is, as the counts, the rows, the service and the audit say. */
export async function expectExact(world: World, jobId: string, { ids, others }: Exact): Promise<void> {
  const all = { total: ids.length, done: ids.length, refused: 0 }
  expect(await endedJob(jobId, 30_000)).toMatchObject({ state: 'done', ...all })
  const { done, refused, left } = await accountOf(jobId)
  expect([done.toSorted(), refused.size, left]).toEqual([ids.toSorted(), 0, []])
  expect(idsIn(world), 'nobody else is gone').toEqual(others)
  const batches = await store()
    .selectFrom('audit_entry')
    .select('identity_id')
    .where('run_id', '=', jobId)
    .where('phase', '=', 'batch')
    .execute()
  expect(batches.flatMap(({ identity_id: named }) => named?.split(' ') ?? []).toSorted()).toEqual(ids.toSorted())
  expect(await verifyChain(store())).toMatchObject({ ok: true })
}
