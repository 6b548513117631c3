import type { BatchState } from '../client/run-batches.ts'
import { regionOfId } from '../core/limits.ts'
import { eraseGroup, type GroupSteps } from './erase-group.ts'
import { isErased, type ErasureRecord, type RecordedTraces } from './erasure-record.ts'
import { tracesToErase, type LeftOut, type TracesToErase } from './traces-to-erase.ts'

export type ErasureSteps = Pick<GroupSteps, 'erase' | 'isGone' | 'wait' | 'now'> & {
  /** Erases notes and, where that is wanted, what the log of a connection says. Does not throw. */
  eraseTraces: (traces: TracesToErase, record: ErasureRecord) => Promise<RecordedTraces>
  /** Hears of identities that are gone. */
  gone: (connectionId: string, identityIds: string[]) => void
  changed: (record: ErasureRecord, batch: BatchState | null) => void
}

/**
 * Deletes everything of a record that is not erased yet, connection by connection and Region by Region, then the
 * traces. One place that fails holds up no other. What was left out keeps its identifiers in the log.
 */
export async function runErasure(
  start: ErasureRecord,
  leftOut: readonly LeftOut[],
  steps: ErasureSteps,
  signal: AbortSignal,
): Promise<ErasureRecord> {
  let record: ErasureRecord = { ...start, endedAt: null }
  const update = (change: Partial<ErasureRecord>, batch: BatchState | null = null) => {
    record = { ...record, ...change }
    steps.changed(record, batch)
  }
  const fresh = new Set<string>()
  const open = record.identities.filter((one) => !isErased(one))
  const groups = Map.groupBy(open, ({ connectionId, identityId }) => `${connectionId} ${regionOfId(identityId)}`)
  for (const group of groups.values()) {
    const connectionId = group[0]?.connectionId ?? ''
    const { erase, isGone, wait, now } = steps
    const ofGroup: GroupSteps = {
      erase,
      isGone,
      wait,
      now,
      set: (changes) =>
        update({
          identities: record.identities.map((one) =>
            one.connectionId === connectionId ? { ...one, ...changes.get(one.identityId) } : one,
          ),
        }),
      gone(identityIds) {
        for (const one of group)
          if (identityIds.includes(one.identityId)) for (const id of [connectionId, ...one.alsoIn]) fresh.add(id)
        steps.gone(connectionId, identityIds)
      },
      changed: (batch) => update({}, batch),
    }
    await eraseGroup(group, ofGroup, signal)
  }
  for (const { connectionId, traces } of record.connections) {
    const isDone = traces.state === 'untouched' || (traces.state === 'done' && !fresh.has(connectionId))
    if (isDone || signal.aborted) continue
    const next = await steps.eraseTraces(tracesToErase(record, connectionId, leftOut), record)
    update({
      notes: next.state === 'done' ? record.notes.filter((note) => note.connectionId !== connectionId) : record.notes,
      connections: record.connections.map((one) =>
        one.connectionId === connectionId ? { ...one, traces: both(traces, next) } : one,
      ),
    })
  }
  update({ endedAt: steps.now() })
  return record
}

/** What an earlier attempt erased and a later one together. */
function both(before: RecordedTraces, after: RecordedTraces): RecordedTraces {
  if (before.state !== 'done' || after.state !== 'done') return after
  const notes = before.erased.notes + after.erased.notes
  const notesChanged = (before.erased.notesChanged ?? 0) + (after.erased.notesChanged ?? 0)
  const listed = (before.erased.listed ?? 0) + (after.erased.listed ?? 0)
  const mapped = (before.erased.mapped ?? 0) + (after.erased.mapped ?? 0)
  const entries = before.erased.entries + after.erased.entries
  const beside = { ...(listed > 0 && { listed }), ...(mapped > 0 && { mapped }) }
  return { ...after, erased: { ...after.erased, notes, entries, notesChanged, ...beside } }
}
