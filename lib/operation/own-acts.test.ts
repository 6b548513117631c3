import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { actingAs } from '../auth/current-actor.ts'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { describeOperation } from './actions.ts'
import { consoleForTests } from './console-for-tests.ts'
import { ownActs, type OwnAct } from './own-acts-for-tests.ts'
import { toldBy } from './troubled-console-for-tests.ts'

const lifeguard = consoleForTests()

/** Makes the store refuse one kind of change of a table until the test ends. */
async function refuse({ changes, verb }: OwnAct) {
  const refusal = sql.raw(`create trigger refusal before ${verb} on ${changes} begin select raise(abort, 'full'); end`)
  await refusal.execute(store())
  onTestFinished(async () => void (await sql`drop trigger refusal`.execute(store())))
}

const rowsOf = (table: OwnAct['changes']) => store().selectFrom(table).selectAll().execute()

const DONE = { ok: false, error: { code: 'NOT_READ_BACK', message: expect.stringContaining('was done') as string } }

async function seenOf(
  perform: (operationId: string) => Promise<Parameters<typeof toldBy>[0]>,
  { answersText, by }: OwnAct,
) {
  const operationId = newOperationId()
  const acting = <T>(work: () => T) => (by ? actingAs(by, work) : work())
  const answer = await acting(() => perform(operationId))
  const rows = (await lifeguard.auditRows()).filter((row) => row.operation_id === operationId)
  const later = await acting(() => describeOperation({ operationId }))
  const kept = answersText && answer.ok ? DONE : answer
  expect(later).toMatchObject({ ok: true, value: { state: 'ended', answer: kept } })
  expect(JSON.stringify(later)).not.toContain('Called')
  return [toldBy(answer), ...rows.map(({ phase, outcome }) => outcome ?? phase)]
}

describe.each(Object.entries(ownActs))('%s', (_name, act) => {
  it('is told and audited as done when the store has it', async () => {
    const perform = await act.prepare()
    const before = await rowsOf(act.changes)
    expect(await seenOf(perform, act)).toEqual(['succeeded', 'started', 'succeeded'])
    expect(await rowsOf(act.changes)).not.toEqual(before)
  })

  it('is told and audited as failed when the store refuses it', async () => {
    const perform = await act.prepare()
    const before = await rowsOf(act.changes)
    await refuse(act)
    expect(await seenOf(perform, act)).toEqual(['failed', 'started', 'failed'])
    expect(await rowsOf(act.changes)).toEqual(before)
  })
})
