import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { describeOperation } from './actions.ts'
import { acts, type Act } from './acts-for-tests.ts'
import { held, refused } from './troubled-endpoint-for-tests.ts'
import { auditOf, troubledConsoleForTests } from './troubled-console-for-tests.ts'

const NOTHING = { ok: false, error: { code: 'UNAVAILABLE', message: expect.stringContaining('nothing was changed') } }
const RUNNING = { ok: true, value: { state: 'running' } }
const ended = (answer: unknown) => ({ ok: true, value: { state: 'ended', answer } })

describe.each(ENGINES)('an operation on %s', (engine) => {
  const { endpoint, service } = troubledConsoleForTests(engine)

  async function prepared(name: string) {
    const { [name]: act } = acts
    if (!act) throw new Error(`There is no act ${name}`)
    endpoint.reset()
    const { perform, isHeld } = await act.prepare(service())
    endpoint.reset()
    return { act, perform, isHeld, id: newOperationId(), sent: () => sentOf(act) }
  }
  const sentOf = ({ write }: Act) => endpoint.seen.filter(({ operation }) => operation === write).length

  it('that is sent twice at once is one call with one answer', async () => {
    const { perform, id, sent } = await prepared('createIdentityPool')
    const [first, second] = await Promise.all([perform(id), perform(id)])
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    expect(sent()).toBe(1)
    expect(await auditOf(id)).toHaveLength(2)
  })

  it.each([
    ['done', undefined, true],
    ['refused', refused('InvalidParameterException'), false],
    ['cut', async () => null, false],
  ])('that was %s is answered the same when it is sent again', async (_what, trouble, ok) => {
    const { act, perform, id, sent } = await prepared('updateIdentityPool')
    if (trouble) endpoint.plan(act.write, trouble)
    const first = await perform(id)
    expect(first.ok).toBe(ok)
    expect(await perform(id)).toEqual(first)
    expect(await describeOperation({ operationId: id })).toEqual(ended(first))
    expect(sent()).toBe(1)
    expect(await auditOf(id)).toHaveLength(2)
  })

  it('that never arrived is said to have changed nothing, and does not run late', async () => {
    const { perform, id, sent, isHeld } = await prepared('deleteIdentityPool')
    expect(await describeOperation({ operationId: id })).toMatchObject(ended(NOTHING))
    expect(await perform(id)).toMatchObject(NOTHING)
    expect([sent(), await isHeld?.(), await auditOf(id)]).toEqual([0, false, []])
  })

  it('that arrives while it is asked for either runs or is told as nothing', async () => {
    const { perform, sent } = await prepared('createIdentityPool')
    const ids = Array.from({ length: 12 }, newOperationId)
    const seen = await Promise.all(
      ids.map(async (operationId, index) => {
        const asked = () => describeOperation({ operationId })
        const [state, answer] = await (index % 2 === 0
          ? Promise.all([asked(), perform(operationId)])
          : Promise.all([perform(operationId), asked()]).then(([one, other]) => [other, one] as const))
        return { toldNothing: state.ok && state.value.state === 'ended', ran: answer.ok }
      }),
    )
    expect(seen.filter(({ toldNothing, ran }) => toldNothing && ran)).toEqual([])
    expect(sent()).toBe(seen.filter(({ ran }) => ran).length)
  })

  it('is running as long as it is under way, and then ended', async () => {
    const { act, perform, id } = await prepared('tagResource')
    const { trouble, reached, release } = held('before')
    endpoint.plan(act.write, trouble)
    const running = perform(id)
    await reached
    expect(await describeOperation({ operationId: id })).toEqual(RUNNING)
    release()
    const answer = await running
    expect(await describeOperation({ operationId: id })).toEqual(ended(answer))
  })

  it('of somebody else is not told of', async () => {
    const { perform, id } = await prepared('createIdentityPool')
    await perform(id)
    await store().updateTable('operation').set({ actor_id: 'other' }).where('operation_id', '=', id).execute()
    expect(await describeOperation({ operationId: id })).toMatchObject(ended(NOTHING))
    expect(await perform(id)).toMatchObject(NOTHING)
  })

  it.each(['getOpenIdToken', 'getCredentialsForIdentity', 'testDeveloperSignIn'])(
    'that answers secrets, as %s, is kept without its answer',
    async (name) => {
      const { perform, id } = await prepared(name)
      expect(await perform(id)).toMatchObject({ ok: true })
      const lost = { ok: false, error: { code: 'NOT_READ_BACK', message: expect.stringContaining('was done') } }
      expect(await describeOperation({ operationId: id })).toMatchObject(ended(lost))
      expect(await perform(id)).toMatchObject(lost)
      const kept = await store().selectFrom('operation').select('answer').where('operation_id', '=', id).execute()
      expect(JSON.stringify(kept)).not.toMatch(/eyJ|"token"|secretAccessKey|role=/)
    },
  )

  it.each([
    ['done', undefined, 'NOT_READ_BACK'],
    ['refused', refused('InvalidParameterException'), 'VALIDATION'],
    ['cut', async () => null, 'UNKNOWN_OUTCOME'],
  ])('that was %s, and whose answer could not be kept, ended as the audit says', async (_what, trouble, code) => {
    const { act, perform, id, sent } = await prepared('deleteIdentities')
    if (trouble) endpoint.plan(act.write, trouble)
    await perform(id)
    const forgotten = { answer: null, started_at: Date.now() - 3_600_000 }
    await store().updateTable('operation').set(forgotten).where('operation_id', '=', id).execute()
    expect(await describeOperation({ operationId: id })).toMatchObject(ended({ ok: false, error: { code } }))
    expect(await perform(id)).toMatchObject({ ok: false, error: { code } })
    expect(sent()).toBe(1)
  })

  it('is not begun when the store does not take it', async () => {
    const { perform, id, sent } = await prepared('createIdentityPool')
    await sql`alter table operation rename to operation_away`.execute(store())
    onTestFinished(async () => void (await sql`alter table operation_away rename to operation`.execute(store())))
    expect(await perform(id)).toMatchObject(NOTHING)
    expect([sent(), await auditOf(id)]).toEqual([0, []])
  })
})
