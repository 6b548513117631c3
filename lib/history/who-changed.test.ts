import { expect, it } from 'vitest'
import type { FactChange } from '../facts/facts.ts'
import type { AuditEntry, AuditPage } from './audit-entry.ts'
import { whoChanged } from './who-changed.ts'

const HOUR = 3_600_000
const SINCE = 10 * HOUR

const change = (label: string, before: string | null, after: string | null): FactChange => ({
  key: label,
  label,
  before,
  after,
})

const entry = (startedAt: number, changes: FactChange[], outcome: AuditEntry['outcome'] = 'succeeded'): AuditEntry => ({
  sequence: startedAt,
  operationId: String(startedAt),
  operation: 'UpdateIdentityPool',
  actor: { id: 'a', name: 'Ada', role: 'admin' },
  connectionId: 'test',
  region: null,
  poolId: null,
  poolName: null,
  identityIds: [],
  startedAt,
  durationMs: null,
  outcome,
  error: null,
  requestId: null,
  ownRequestId: null,
  address: null,
  reason: null,
  runId: null,
  run: null,
  erasedAt: null,
  input: null,
  changes,
  deleted: null,
  before: null,
  after: null,
})

const page = (entries: AuditEntry[], isWhole = true): AuditPage => ({
  entries,
  nextCursor: isWhole ? null : { below: 1, runs: [] },
  searchedBackTo: null,
  keptSince: null,
})

const found = [change('Name', 'old', 'new')]

it('whoever changed a thing last, and to what is there, made it', () => {
  const later = entry(SINCE + 2, [change('Name', 'between', 'new')])
  const earlier = entry(SINCE + 1, [change('Name', 'old', 'between')])
  expect(whoChanged(page([later, earlier]), found, SINCE)).toEqual({ entries: [later], isOutside: false })
})

it('several who changed a thing each are all told, newest first', () => {
  const name = entry(SINCE + 1, [change('Name', 'old', 'new')])
  const flow = entry(SINCE + 2, [change('Basic flow', 'On', 'Off')])
  const both = [...found, change('Basic flow', 'On', 'Off')]
  expect(whoChanged(page([flow, name]), both, SINCE).entries).toEqual([flow, name])
})

it('nobody is told of what the log does not know, and what was before it was seen is no reason', () => {
  const own = entry(SINCE - 1, [change('Name', 'first', 'old')])
  const longAgo = entry(SINCE - 2 * HOUR, [change('Name', 'first', 'new')])
  expect(whoChanged(page([own]), found, SINCE)).toEqual({ entries: [], isOutside: true })
  expect(whoChanged(page([longAgo], false), found, SINCE)).toEqual({ entries: [], isOutside: true })
  expect(whoChanged(page([]), found, SINCE)).toEqual({ entries: [], isOutside: true })
})

it('is not called somebody outside while that is not certain', () => {
  const nobody = { entries: [], isOutside: false }
  expect(whoChanged(page([entry(SINCE + 1, [], 'unknown')]), found, SINCE), 'an act without an outcome').toEqual(nobody)
  expect(whoChanged(page([entry(SINCE + 1, [change('Name', 'old', 'masked')])]), found, SINCE)).toEqual(nobody)
  expect(whoChanged(page([entry(SINCE + 1, [])], false), found, SINCE), 'more was done').toEqual(nobody)
  expect(whoChanged(page([]), [], SINCE), 'nothing that can be told').toEqual(nobody)
})
