import { recordOutcome, recordStart } from '../audit/record.ts'
import type { Db } from '../db/open.ts'
import { vi } from 'vitest'
import { noteReading } from './note-reading.ts'

export const MINUTE_MS = 60_000
export const START = Date.UTC(2026, 10, 3, 9)
export const pool = { connectionId: 'test', poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' }
export const named = (value: string) => [{ key: 'name', label: 'Name', value }]
export const role = (value: string) => [{ key: 'role', label: 'Guest role', value }]

/** Goes to so many minutes after the start. */
export const at = (minutes: number) => vi.setSystemTime(START + minutes * MINUTE_MS)
/** Notes a reading that begins now. */
export const read = (db: Db, parts: Parameters<typeof noteReading>[1]['parts']) =>
  noteReading(pool, { began: Date.now(), parts }, db)

/** What the log tells of changes outside. */
export const told = async (db: Db) =>
  (await db.selectFrom('audit_entry').selectAll().where('operation', '=', 'ChangedOutside').execute()).map(
    ({ input, after, pool_id, connection_id, phase }) => ({
      input: JSON.parse(input ?? 'null') as unknown,
      changes: (JSON.parse(after ?? 'null') as { changedOutside: unknown }).changedOutside,
      about: [connection_id, pool_id, phase],
    }),
  )

/** A write of ours as the log has it. */
export const write = (operation: string, connectionId = 'test', operationId = `${operation} of ${connectionId}`) => ({
  operationId,
  start: (db: Db, input: unknown = {}) =>
    recordStart(
      {
        operationId,
        actor: { id: 'ada', name: 'Ada', role: 'admin' },
        operation,
        connectionId,
        region: 'us-east-1',
        target: { poolId: pool.poolId, identityIds: [] },
        input,
      },
      db,
    ),
  end: (db: Db, outcome: 'succeeded' | 'failed' | 'unknown') =>
    recordOutcome(
      operationId,
      {
        outcome,
        target: { poolId: pool.poolId, identityIds: [] },
        requestId: null,
        durationMs: 1,
        before: null,
        after: null,
        error: null,
      },
      db,
    ),
})
