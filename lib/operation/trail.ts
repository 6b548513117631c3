import 'server-only'
import { recordOutcome, recordStart, type AuditEnding, type AuditTarget } from '../audit/record.ts'
import { effectOf } from '../aws/calls.ts'
import type { WriteNote } from '../aws/send.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { log } from '../log/log.ts'
import type { GuardedCall } from './guard.ts'
import type { OperationInput } from './target.ts'

export type Trail = {
  operationId: string
  /** Writes the row *started*. When that fails the call must not be made. Errors: `UNAVAILABLE`. */
  start: () => Promise<void>
  succeeded: () => Promise<void>
  /** Writes how it failed, which is success where its write was answered. Returns what the operator is told. */
  failed: (error: unknown) => Promise<unknown>
  /** Hears of each write of the service. */
  sent: (note: WriteNote) => void
  notes: {
    before: (state: unknown) => void
    after: (state: unknown) => void
    /** What the call turned out to be about besides its input, such as the pool that it made. */
    target: (target: { poolId?: string; identityId?: string }) => void
  }
}

type Audited<I> = {
  name: string
  call?: string
  effect: 'read' | 'write'
  partOf?: (input: I, operationId: string) => string
  audited?: (input: I) => unknown
}

/** The two audit rows of one write: *started* before the call and its outcome after it. A read leaves none. */
export function trailOf<I extends OperationInput>(
  definition: Audited<I>,
  { actor, target, input }: GuardedCall<I>,
  operationId: string,
): Trail {
  const named: AuditTarget = { poolId: target?.poolId ?? null, identityIds: target?.identityIds ?? [] }
  const seen: { before: unknown; after: unknown } = { before: null, after: null }
  let write: WriteNote | null = null
  let startedAt = 0
  let started = false

  const finish = async (outcome: AuditEnding, error: unknown) => {
    if (!started) return
    const shape = error === null ? null : errorShape(error)
    await recordOutcome(operationId, {
      outcome,
      ...seen,
      requestId: write?.requestId ?? null,
      target: { ...named },
      durationMs: Date.now() - startedAt,
      error: shape && { code: shape.code, name: shape.awsName ?? null, message: shape.message },
    }).catch((cause: unknown) => {
      // What happened has happened: the answer stays true, and the start without an outcome shows as unknown.
      log().error({ err: cause, operationId, outcome }, 'The outcome of an operation could not be audited')
    })
  }
  return {
    operationId,
    async start() {
      startedAt = Date.now()
      if (definition.effect === 'read') return
      await recordStart({
        operationId,
        actor,
        operation: definition.name,
        connectionId: target?.connection.id ?? null,
        region: target?.region ?? null,
        target: { ...named },
        reason: input.reason || null,
        runId: input.runId ?? definition.partOf?.(input, operationId) ?? null,
        input: withoutFrame(definition.audited ? definition.audited(input) : input),
      }).catch((cause: unknown) => {
        throw notAudited(cause)
      })
      started = true
    },
    succeeded: () => finish('succeeded', null),
    async failed(error) {
      if (write?.ended === 'answered') {
        await finish('succeeded', null)
        return notReadBack(definition.name, error)
      }
      const isUnknown = errorShape(error).code === 'UNKNOWN_OUTCOME'
      const told = isUnknown && write === null ? notReached(definition.name, error) : error
      await finish(isUnknown && write !== null ? 'unknown' : 'failed', told)
      return told
    },
    sent(note) {
      // An act that is a call of the service may need the answer of another one, which is not the act.
      const { name, call = name } = definition
      if (effectOf(call) === 'read' || note.operation === call) write = note
    },
    notes: {
      before: (state) => void (seen.before = state),
      after: (state) => void (seen.after = state),
      target({ poolId = named.poolId, identityId }) {
        named.poolId = poolId
        if (identityId !== undefined) named.identityIds = [...new Set([...named.identityIds, identityId])]
      },
    },
  }
}

/** Reason and run have places of their own. */
function withoutFrame(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const { reason: _reason, runId: _runId, ...rest } = input as OperationInput
  return rest
}

const notAudited = (cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: 'The audit log could not be written, so nothing was changed.',
      hint: 'Check the disk and the database of Lifeguard, then try again.',
    },
    { cause },
  )

const notReached = (name: string, cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: `${name} was not sent, since what it needs did not come. ${errorShape(cause).message}`,
      hint: 'Check the network and the endpoint of this connection, then try again.',
    },
    { cause },
  )

const notReadBack = (name: string, cause: unknown) =>
  new AppError(
    {
      code: 'NOT_READ_BACK',
      message: `${name} was done, but what came of it could not be read back. ${errorShape(cause).message}`,
      hint: 'Reload to see it; there is nothing to repeat.',
    },
    { cause },
  )
