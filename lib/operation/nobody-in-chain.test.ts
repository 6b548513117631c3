import { describe, expect, it } from 'vitest'
import { actingAs } from '../auth/current-actor.ts'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { acts, type Act } from './acts-for-tests.ts'
import { ownActs } from './own-acts-for-tests.ts'
import { answered, stranger, type Trouble } from './troubled-endpoint-for-tests.ts'
import { troubledConsoleForTests } from './troubled-console-for-tests.ts'

/** Whom the acts are about and what their notes and reasons say, also as a service quotes it. */
const NAMED = /\bada\b|called|agreed/i

const quoting = (__type: string, status = 400): Trouble => {
  const body = JSON.stringify({ __type, message: `The user 'ada' and ada@example.com do not go together.` })
  return async () => stranger(status, 'application/x-amz-json-1.1', body, { 'x-amzn-requestid': 'r-1' })
}

const troubles: Record<string, Trouble> = {
  answered,
  refused: quoting('ResourceConflictException'),
  denied: quoting('NotAuthorizedException'),
  unauthorized: quoting('AccessDeniedException'),
  'not found': quoting('ResourceNotFoundException'),
  failed: quoting('InternalErrorException', 500),
  cut: async () => null,
}

describe.each(ENGINES)('no entry of the chain names anybody on %s', (engine) => {
  const { endpoint, service } = troubledConsoleForTests(engine)

  async function rowsOf(act: Act, operation: string, trouble: Trouble) {
    endpoint.reset()
    const { perform } = await act.prepare(service())
    endpoint.reset()
    endpoint.plan(operation, trouble)
    const operationId = newOperationId()
    await perform(operationId)
    return rowsWith(operationId)
  }

  const rowsWith = (operationId: string) =>
    store()
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .selectAll('entry')
      .select('person.value')
      .where('operation_id', '=', operationId)
      .orderBy('entry.sequence')
      .execute()

  /** What of the two rows of an operation names anybody, or is not there. */
  const namesIn = (rows: Awaited<ReturnType<typeof rowsWith>>): string[] => {
    const [started, outcome] = rows
    if (started?.phase !== 'started' || outcome?.phase !== 'outcome') return ['The rows are not there.']
    return rows
      .map(({ value: _, ...row }) => JSON.stringify(row))
      .filter((row, index) => NAMED.test(row) || rows[index]?.error_message !== null)
  }

  it.each(Object.entries(acts))('after %s, however it ends', async (_name, act) => {
    const ends = Object.values(troubles).map((trouble) => [act.write, trouble] as const)
    const looks = act.looks.map(({ operation }) => [operation, quoting('ResourceConflictException')] as const)
    for (const [operation, trouble] of [...ends, ...looks])
      expect(namesIn(await rowsOf(act, operation, trouble))).toEqual([])
  })

  it.each(Object.entries(ownActs))('after %s', async (_name, { prepare, by }) => {
    const perform = await prepare()
    const operationId = newOperationId()
    const acting = () => perform(operationId)
    expect(await (by ? actingAs(by, acting) : acting())).toMatchObject({ ok: true })
    expect(namesIn(await rowsWith(operationId))).toEqual([])
  })

  it('though what stands beside it does', async () => {
    const { unlinkDeveloperIdentity: act } = acts
    if (!act) throw new Error('There is no such act')
    const rows = await rowsOf(act, act.write, quoting('ResourceConflictException'))
    expect(rows.map(({ value }) => NAMED.test(value ?? ''))).toEqual([true, true])
  })
})
