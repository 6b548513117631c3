import * as fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { readAuditLog } from '../history/read-entries.ts'
import { recordBatch, recordDenial, recordEvent, recordOutcome, recordStart } from './record.ts'
import { tamper } from './tamper-for-tests.ts'
import { verifyChain } from './verify-chain.ts'

const isSoak = inject('soakRounds') > 0
const WRITES = isSoak ? 100_000 : 1_000
const AT_ONCE = 50
const LONGEST_MS = isSoak ? 3_600_000 : 120_000

/** Any sixteen bits in a row: NUL, halves of pairs, what turns the direction of text, what ends a statement. */
const text = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '\u202Eexe',
    "'; drop table audit_entry; --",
    '{"$personal":0}',
    '=1+1',
    'x'.repeat(10_001),
  ),
)
const nullable = fc.option(text)
const name = fc.oneof(
  fc.constantFrom(
    'userIdentifier',
    'userIdentifiers',
    'logins',
    'reason',
    'source',
    'text',
    '$personal',
    '__proto__',
    'toJSON',
    'idToken',
    'tooLong',
  ),
  text,
)
const { state } = fc.letrec<{ state: unknown }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    fc.double(),
    fc.constantFrom(null, true, 0, -0),
    fc.array(tie('state'), { maxLength: 3 }),
    fc.dictionary(name, tie('state'), { maxKeys: 4 }),
  ),
}))
const error = fc.option(fc.record({ code: text, name: nullable, message: text }))
const write = fc.record({
  kind: fc.constantFrom('call', 'denial', 'event', 'batch'),
  subject: fc.record({
    actor: fc.record({ id: text, name: text, role: text }),
    operation: text,
    connectionId: nullable,
    region: nullable,
    reason: nullable,
    runId: nullable,
    target: fc.record({ poolId: nullable, identityIds: fc.uniqueArray(fc.uuid(), { maxLength: 3 }) }),
  }),
  ending: fc.constantFrom('succeeded', 'failed', 'unknown'),
  states: fc.record({ before: state, after: state }),
  input: state,
  requestId: nullable,
  error,
})
type Write = ReturnType<typeof write.generate>['value']

/** How many rows it wrote. */
async function written(index: number, { kind, subject, ending, states, input, requestId, error: why }: Write, db: Db) {
  const operationId = `fuzzed ${index}`
  const ended = { ...states, outcome: ending, durationMs: index }
  if (kind === 'denial')
    await recordDenial({ ...subject, operationId, error: why ?? { code: 'x', name: null, message: '' } }, db)
  else if (kind === 'batch') await recordBatch({ ...subject, ...ended, operationId }, db)
  else if (kind === 'event') await recordEvent({ ...subject, input, outcome: 'failed', error: why }, db)
  else {
    await recordStart({ ...subject, operationId, input }, db)
    await recordOutcome(operationId, { ...ended, target: subject.target, requestId, error: why }, db)
    return 2
  }
  return 1
}

describe.each(ENGINES)(`${WRITES} writes of anything on %s`, { timeout: LONGEST_MS }, (engine) => {
  test('leave a chain that verifies, in which a change is found where it was made', async () => {
    const db = await storeForTest(engine)
    const seed = isSoak ? Date.now() : 42
    let rows = 0
    for (let done = 0; done < WRITES; done += AT_ONCE)
      await db.transaction().execute(async (transaction) => {
        const writes = fc.sample(write, { numRuns: AT_ONCE, seed: seed + done })
        for (const [index, one] of writes.entries()) rows += await written(done + index, one, transaction)
      })
    expect(await verifyChain(db), `seed ${seed}`).toEqual({ ok: true, entries: rows, erased: 0 })
    const visible = { except: [''] }
    const { entries } = await readAuditLog({ filter: {}, visible, cursor: undefined }, db)
    expect(entries.length, `seed ${seed}`).toBeGreaterThan(0)
    const sequence = 1 + (seed % rows)
    await tamper(db, engine, [`update audit_entry set recorded_at = recorded_at + 1 where sequence = ${sequence}`])
    expect(await verifyChain(db), `seed ${seed}`).toEqual({ ok: false, sequence, problem: 'was changed' })
  })
})
