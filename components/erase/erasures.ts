import type { BatchState } from '#lib/client/run-batches.ts'
import { waitUnlessStopped } from '#lib/client/throttle.ts'
import { newOperationId, stepId } from '#lib/core/operation-id.ts'
import { eraseIdentities, erasePerson } from '#lib/erasure/actions.ts'
import type { ErasureRecord, RecordedTraces } from '#lib/erasure/erasure-record.ts'
import { failureText } from '#lib/erasure/failure-text.ts'
import { runErasure, type ErasureSteps } from '#lib/erasure/run-erasure.ts'
import type { LeftOut, TracesToErase } from '#lib/erasure/traces-to-erase.ts'
import { write } from '#lib/operation/write.ts'
import { isIdentityGone } from '../is-identity-gone.ts'
import { tellIdentities } from '../identity-news/tell-identities.ts'

/** An erasure of this tab. `saved`: its record was printed, copied or downloaded as it is now. */
export type Erasure = {
  record: ErasureRecord
  leftOut: readonly LeftOut[]
  /** Whether the log is to forget the person. */
  fromLog: boolean
  running: boolean
  batch: BatchState | null
  saved: boolean
}

const erasures = new Map<string, Erasure>()
const stoppers = new Map<string, AbortController>()
const listeners = new Set<() => void>()

/** The erasures of this tab, gone with it: nothing else has who was erased. */
export const erasureOf = (runId: string): Erasure | null => erasures.get(runId) ?? null

export function onErasures(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Begins an erasure, which goes on whatever page is shown. */
export function beginErasure(record: ErasureRecord, leftOut: readonly LeftOut[], fromLog: boolean): void {
  erasures.set(record.runId, { record, leftOut, fromLog, running: false, batch: null, saved: false })
  void run(record.runId)
}

/** Once more for everything that is not erased. */
export const retryErasure = (runId: string): void => void run(runId)

/** Takes effect after what is under way. */
export const stopErasure = (runId: string): void => stoppers.get(runId)?.abort()

export const keepAsSaved = (runId: string): void => set(runId, { saved: true })

function set(runId: string, change: Partial<Erasure>) {
  const erasure = erasures.get(runId)
  if (!erasure) return
  erasures.set(runId, { ...erasure, ...change })
  for (const listener of listeners) listener()
}

async function run(runId: string) {
  const erasure = erasures.get(runId)
  if (!erasure || erasure.running) return
  const stopper = new AbortController()
  stoppers.set(runId, stopper)
  set(runId, { running: true, saved: false })
  const { record, leftOut, fromLog } = erasure
  const { reason } = record
  const operationId = newOperationId()
  let step = 0
  const steps: ErasureSteps = {
    erase: (call) => write(eraseIdentities, { ...call, reason, runId }, stepId(operationId, step++)),
    isGone: isIdentityGone,
    eraseTraces: (traces) => eraseTraces(record, traces, fromLog),
    wait: waitUnlessStopped,
    now: Date.now,
    gone: (connectionId, identityIds) => tellIdentities({ kind: 'deleted', connectionId, identityIds, poolId: null }),
    changed: (changed, batch) => set(runId, { record: changed, batch }),
  }
  const ended = await runErasure(record, leftOut, steps, stopper.signal)
  set(runId, { record: ended, running: false, batch: null })
}

async function eraseTraces(record: ErasureRecord, traces: TracesToErase, fromLog: boolean): Promise<RecordedTraces> {
  const { connections, unsearched, reason, runId } = record
  const here = connections.find(({ connectionId }) => connectionId === traces.connectionId)
  const search = {
    regions: here?.regions ?? [],
    pools: here?.pools ?? 0,
    notesLeft: here?.notesLeft ?? 0,
    unsearched: unsearched.flatMap(({ connectionId, why, region, poolId }) =>
      connectionId === traces.connectionId ? [{ why, region, poolId }] : [],
    ),
  }
  try {
    const erased = await write(
      erasePerson,
      { ...traces, fromLog, search, searchedBy: searchedOf(record), reason, runId },
      newOperationId(),
    )
    // What stands on pages of notes and of the log is read again.
    const { connectionId, identityIds } = traces
    tellIdentities({ kind: 'unsure', connectionId, identityIds, poolId: null })
    return { state: 'done', fromLog, erased }
  } catch (error) {
    return { state: 'failed', message: failureText(error) }
  }
}

/** What the record has of its search besides the account of it. */
function searchedOf({ identifiers, givenIds, identities, unsearched }: ErasureRecord) {
  const pools = [...identities, ...unsearched].flatMap(({ poolId, poolName }) =>
    poolId === null || poolName === null ? [] : [[poolId, poolName] as const],
  )
  return {
    identifiers: identifiers ?? [],
    givenIds: givenIds ?? [],
    pools: [...new Map(pools)].map(([poolId, name]) => ({ poolId, name })),
  }
}
