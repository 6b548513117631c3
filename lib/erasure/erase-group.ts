import { runBatches, startOf, type BatchState, type BatchSteps } from '../client/run-batches.ts'
import { regionOfId } from '../core/limits.ts'
import { CHANGED, type SeenIdentity } from '../identities/seen-identity.ts'
import type { ErasedIdentities } from './erased-identity.ts'
import { isErased, type RecordedIdentity } from './erasure-record.ts'
import { outcomeAfter, unansweredThen } from './outcome-after.ts'

/** One call of an erasure: at most 60 identities of one Region of a connection. */
export type EraseCall = {
  connectionId: string
  region: string
  identityIds: string[]
  homes: { identityId: string; poolId: string }[]
  /** What the review showed of those that could be read. */
  shown: SeenIdentity[]
}

export type GroupSteps = {
  /** Deletes identities and reads them back, as an act of its own. */
  erase: (call: EraseCall) => Promise<ErasedIdentities>
  /** Whether an identity is gone; throws when that cannot be read. */
  isGone: (identity: { connectionId: string; identityId: string }) => Promise<boolean>
  wait: BatchSteps['wait']
  now: () => number
  /** Hears of what is told of each. */
  set: (changes: ReadonlyMap<string, Partial<RecordedIdentity>>) => void
  gone: (identityIds: string[]) => void
  changed: (batch: BatchState) => void
}

/** Erases identities of one Region of a connection. Those without an answer are looked for again at once. */
export async function eraseGroup(
  group: readonly RecordedIdentity[],
  steps: GroupSteps,
  signal: AbortSignal,
): Promise<void> {
  const [first] = group
  if (!first) return
  const { connectionId } = first
  const region = regionOfId(first.identityId)
  const now = new Map(group.map((one) => [one.identityId, one]))
  const set = (changes: ReadonlyMap<string, Partial<RecordedIdentity>>) => {
    for (const [id, change] of changes) {
      const one = now.get(id)
      if (one) now.set(id, { ...one, ...change })
    }
    steps.set(changes)
  }

  async function send(identityIds: string[]) {
    const homes = identityIds.flatMap((identityId) => {
      const poolId = now.get(identityId)?.poolId ?? null
      return poolId === null ? [] : [{ identityId, poolId }]
    })
    const shown = identityIds.flatMap((identityId) => {
      const { state = null, logins = null, userIdentifiers = null } = now.get(identityId) ?? {}
      return state === null ? [] : [{ identityId, state, logins, userIdentifiers }]
    })
    const answer = await steps.erase({ connectionId, region, identityIds, homes, shown })
    const { requestId, checkedAt } = answer
    const changes = answer.identities.map(({ identityId, before, ...told }) => {
      const earlier = now.get(identityId)
      const ended = outcomeAfter({ ...told, wasGone: before === null }, earlier?.outcome ?? 'waiting')
      // What was seen stays what it was until somebody looks.
      const was = told.refused === CHANGED ? null : before
      const change = { ...was, ...ended, requestId: requestId ?? earlier?.requestId ?? null, checkedAt }
      return [identityId, change] as const
    })
    set(new Map(changes))
    const left = answer.identities.filter(({ identityId }) => {
      const one = now.get(identityId)
      return one !== undefined && !isErased(one)
    })
    return { refused: left.map(({ identityId, refused }) => ({ id: identityId, code: refused ?? 'not gone' })) }
  }

  async function run(ids: readonly string[], sentBefore: readonly string[] = []) {
    const { wait, now: clock, gone: done, changed } = steps
    const batch = { send, settled: async () => false, wait, now: clock, done, changed }
    const ended = signal.aborted ? startOf(ids) : await runBatches(ids, batch, signal)
    const waiting = ids.slice(ids.length - ended.waiting)
    set(unsettled(ended, waiting, sentBefore))
    return { unknown: ended.unknown, waiting }
  }

  const { unknown, waiting } = await run(group.map(({ identityId }) => identityId))
  if (unknown.length > 0 && !signal.aborted) await run([...unknown, ...waiting], unknown)
  for (const { identityId, outcome } of now.values()) {
    if (outcome !== 'unknown' || signal.aborted) continue
    const isGone = await steps.isGone({ connectionId, identityId }).catch(() => null)
    if (isGone === null) continue
    set(new Map([[identityId, { ...unansweredThen(isGone), checkedAt: steps.now() }]]))
    if (isGone) steps.gone([identityId])
  }
}

/** What a run says of those that it did not settle; one that has been sent stays unknown. */
function unsettled(
  { failure, unknown, phase, refused }: BatchState,
  waiting: readonly string[],
  sentBefore: readonly string[],
): Map<string, Partial<RecordedIdentity>> {
  const why = failure?.message ?? (phase === 'done' ? 'No answer came.' : 'It was stopped before its turn.')
  const sent = new Set([...unknown, ...sentBefore])
  const wholly = refused.filter(({ reason }) => reason !== undefined).map(({ id }) => id)
  return new Map(
    [...wholly, ...unknown, ...waiting].map((id): [string, Partial<RecordedIdentity>] => [
      id,
      { outcome: sent.has(id) ? 'unknown' : 'not sent', detail: why, checkedAt: null },
    ]),
  )
}
