import { expect, it } from 'vitest'
import type { AuditEntry } from './audit-entry.ts'
import type { StoredConfiguration } from './stored-configuration.ts'
import { undoable } from './undoable.ts'

const ID = 'a'.repeat(32)
const tags = (...keys: string[]): StoredConfiguration => ({
  kind: 'tags',
  tags: Object.fromEntries(keys.map((key) => [key, key])),
})
const principalTags = (provider: string): StoredConfiguration => ({
  kind: 'principal-tags',
  principalTags: { provider, useDefaults: false, tags: {} },
})

const entry = (
  sequence: number,
  operationId: string,
  before: StoredConfiguration | null,
  outcome: AuditEntry['outcome'] = 'succeeded',
): AuditEntry => ({
  sequence,
  operationId,
  operation: 'TagResource',
  actor: { id: 'a', name: 'Ada', role: 'admin' },
  connectionId: 'test',
  region: null,
  poolId: null,
  poolName: null,
  identityIds: [],
  startedAt: sequence,
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
  changes: [],
  deleted: null,
  before,
  after: null,
})

it('the first step has what was there, each provider its own, and nothing of other acts or of what did not happen', () => {
  const entries = [
    entry(9, 'b'.repeat(32), tags('other')),
    entry(8, `${ID}-3`, principalTags('two'), 'failed'),
    entry(7, `${ID}-2`, principalTags('one')),
    entry(6, `${ID}-1`, tags('later')),
    entry(5, `${ID}-0`, tags('first', 'later')),
    entry(4, `${ID}0`, tags('alike')),
  ]
  expect(undoable(entries, ID)).toEqual([
    { stored: tags('first', 'later'), startedAt: 5 },
    { stored: principalTags('one'), startedAt: 7 },
  ])
  expect(undoable([entry(1, ID, tags('whole'))], ID)).toEqual([{ stored: tags('whole'), startedAt: 1 }])
  expect(undoable([entry(1, ID, null)], ID)).toEqual([])
})
