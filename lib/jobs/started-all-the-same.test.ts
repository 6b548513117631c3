import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeJob } from './actions.ts'
import { addJobIds, createJob, startJob } from './draft-actions.ts'
import { chosenIn, idsIn, poolIn } from './jobs-for-tests.ts'
import { startedAllTheSame } from './started-all-the-same.ts'

const failure = (code: ErrorCode) => new AppError({ code, message: `It is ${code}.` })

describe('a job whose start failed', () => {
  const lifeguard = consoleForTests({ world: { seed: 10 } })

  async function drafted() {
    const draft = { connectionId: 'test', region: 'us-east-1', pool: poolIn(lifeguard.world) }
    const about = { kind: 'delete-identities', name: 'Delete some', parameters: {}, reason: null }
    const { jobId } = await unwrap(createJob({ ...draft, ...about }, newOperationId()))
    const job = { connectionId: 'test', jobId }
    await unwrap(addJobIds({ ...job, ...chosenIn(draft.pool, idsIn(lifeguard.world).slice(0, 3)) }, newOperationId()))
    return job
  }
  const stateOf = async (job: { connectionId: string; jobId: string }) => (await unwrap(describeJob(job))).job.state

  it('is found where its answer was lost after it had started', async () => {
    const job = await drafted()
    await unwrap(startJob({ ...job, total: 3 }, newOperationId()))
    expect(await startedAllTheSame(job, failure('UNKNOWN_OUTCOME'))).toMatchObject({ jobId: job.jobId })
    expect(await stateOf(job)).not.toBe('cancelled')
  })

  it('stays a draft where nobody knows, and is dropped where it is known not to be started', async () => {
    const job = await drafted()
    expect(await startedAllTheSame(job, failure('UNKNOWN_OUTCOME'))).toBeNull()
    expect(await stateOf(job)).toBe('draft')
    expect(await startedAllTheSame(job, failure('LIMIT'))).toBeNull()
    expect(await stateOf(job)).toBe('cancelled')
  })

  it('does not put the failure of a look in the place of what failed', async () => {
    const job = await drafted()
    const down = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await startedAllTheSame(job, failure('UNKNOWN_OUTCOME'), down)).toBeNull()
    const refused = () => Promise.resolve({ ok: false, error: { code: 'UNAVAILABLE', message: 'Down.' } } as const)
    expect(await startedAllTheSame(job, failure('UNKNOWN_OUTCOME'), refused)).toBeNull()
  })
})
