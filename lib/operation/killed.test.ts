import { describe, expect, it, vi } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { describeOperation } from './actions.ts'
import { startCopy } from './copies-for-tests.ts'
import { makePool, roleArn } from './pool-of-act-for-tests.ts'
import { held } from './troubled-endpoint-for-tests.ts'
import { auditOf, troubledConsoleForTests } from './troubled-console-for-tests.ts'

const UNKNOWN = { ok: false, error: { code: 'UNKNOWN_OUTCOME' } }
const RUNNING = { ok: true, value: { state: 'running' } }
const OTHER = roleArn('Other')

// All copies of a console share it; else the other one would not know what was seen here.
vi.stubEnv('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', Buffer.alloc(32, 1).toString('base64'))

type Console = ReturnType<typeof troubledConsoleForTests>
type Moment = { operation: string; skip: number; when: 'before' | 'after' }

async function prepared({ endpoint, service }: Console) {
  endpoint.reset()
  const pool = await makePool(service())
  const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
  endpoint.reset()
  const roles = { authenticated: OTHER, unauthenticated: null, mappings: [] }
  return { pool, id: newOperationId(), input: { pool, seen, roles } }
}

/** Ends a copy of the console at a moment of its act. */
async function killed(console: Console, { operation, skip, when }: Moment) {
  const act = await prepared(console)
  const { trouble, reached } = held(when)
  console.endpoint.plan(operation, trouble, skip)
  const copy = startCopy()
  void copy.save(act.input, act.id)
  await reached
  await copy.kill()
  console.endpoint.reset()
  return act
}

describe('on the embedded store', () => {
  const console = troubledConsoleForTests()

  it.each([
    ['before its call', { operation: 'GetIdentityPoolRoles', skip: 0, when: 'before' }, false],
    ['during its call', { operation: 'SetIdentityPoolRoles', skip: 0, when: 'before' }, false],
    ['when the service has it', { operation: 'SetIdentityPoolRoles', skip: 0, when: 'after' }, true],
    ['after its call', { operation: 'GetIdentityPoolRoles', skip: 1, when: 'before' }, true],
  ] as const)('a server that dies %s leaves an unknown outcome', async (_when, moment, isDone) => {
    const { pool, id, input } = await killed(console, moment)
    const state = await unwrap(describeOperation({ operationId: id }))
    expect(state).toMatchObject({ state: 'ended', answer: UNKNOWN })
    expect(await setIdentityPoolRoles(input, id)).toMatchObject(UNKNOWN)
    expect(console.endpoint.seen).toEqual([])
    expect((await auditOf(id)).map(({ phase }) => phase)).toEqual(['started'])
    const { authenticated } = await unwrap(getIdentityPoolRoles({ pool }))
    expect(authenticated === OTHER).toBe(isDone)
  })
})

describe('on PostgreSQL', () => {
  const console = troubledConsoleForTests('postgres')

  it('a copy that dies during its call may be at it until its time is over', async () => {
    const { id, input } = await killed(console, { operation: 'SetIdentityPoolRoles', skip: 0, when: 'after' })
    expect(await describeOperation({ operationId: id })).toEqual(RUNNING)
    expect(await setIdentityPoolRoles(input, id)).toMatchObject({ ok: false, error: { code: 'RUNNING' } })
    await store()
      .updateTable('operation')
      .set({ started_at: Date.now() - 600_000 })
      .where('operation_id', '=', id)
      .execute()
    expect(await unwrap(describeOperation({ operationId: id }))).toMatchObject({ state: 'ended', answer: UNKNOWN })
    expect(await setIdentityPoolRoles(input, id)).toMatchObject(UNKNOWN)
    expect(console.endpoint.seen).toEqual([])
  })

  it('two copies that are sent the same make one call, and both know its answer', async () => {
    const { id, input } = await prepared(console)
    const { trouble, reached, release } = held('before')
    console.endpoint.plan('SetIdentityPoolRoles', trouble)
    const copy = startCopy()
    const there = copy.save(input, id)
    await reached
    expect(await setIdentityPoolRoles(input, id)).toMatchObject({ ok: false, error: { code: 'RUNNING' } })
    expect(await describeOperation({ operationId: id })).toEqual(RUNNING)
    release()
    const answer = await there
    expect(answer).toMatchObject({ ok: true })
    expect(await setIdentityPoolRoles(input, id)).toEqual(answer)
    expect(await unwrap(describeOperation({ operationId: id }))).toEqual({ state: 'ended', answer })
    expect(await unwrap(copy.describe(id))).toEqual({ state: 'ended', answer })
    expect(console.endpoint.seen.filter(({ operation }) => operation === 'SetIdentityPoolRoles')).toHaveLength(1)
  })
})
