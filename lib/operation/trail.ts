import 'server-only'
import { randomUUID } from 'node:crypto'
import type { GuardedCall } from './guard.ts'
import { recordOutcome, recordStart, type AuditTarget } from '../audit/record.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { log } from '../log/log.ts'

export type AuditTrail = {
  /** Writes the row *started*. When that fails the call must not be made. Errors: `UNAVAILABLE`. */
  start: () => Promise<void>
  succeeded: () => Promise<void>
  failed: (error: unknown) => Promise<void>
  notes: {
    before: (state: unknown) => void
    after: (state: unknown) => void
    /** What the call turned out to be about besides its input, such as the pool that it made. */
    target: (target: { poolId?: string; identityId?: string }) => void
    requestId: (requestId: string) => void
  }
}

type Audited<I> = { name: string; effect: 'read' | 'write'; audited?: (input: I) => unknown }

/** The two audit rows of one write: *started* before the call and its outcome after it. A read leaves none. */
export function auditTrail<I>(definition: Audited<I>, { actor, target, input }: GuardedCall<I>): AuditTrail {
  const operationId = randomUUID()
  const audited = definition.effect === 'write'
  const named: AuditTarget = { poolId: target?.poolId ?? null, identityIds: target?.identityIds ?? [] }
  const seen: { before: unknown; after: unknown; requestId: string | null } = {
    before: null,
    after: null,
    requestId: null,
  }
  let startedAt = 0

  const finish = async (outcome: 'succeeded' | 'failed', error: unknown) => {
    if (!audited) return
    const shape = error === null ? null : errorShape(error)
    await recordOutcome(operationId, {
      outcome,
      ...seen,
      target: { ...named },
      durationMs: Date.now() - startedAt,
      error: shape && { code: shape.code, name: shape.awsName ?? null, message: shape.message },
    }).catch((cause: unknown) => {
      // What happened has happened: the answer stays true, and the start without an outcome shows as unknown.
      log().error({ err: cause, operationId, outcome }, 'The outcome of an operation could not be audited')
    })
  }
  return {
    async start() {
      startedAt = Date.now()
      if (!audited) return
      await recordStart({
        operationId,
        actor,
        operation: definition.name,
        connectionId: target?.connection.id ?? null,
        region: target?.region ?? null,
        target: { ...named },
        input: definition.audited ? definition.audited(input) : input,
      }).catch((cause: unknown) => {
        throw new AppError(
          {
            code: 'UNAVAILABLE',
            message: 'The audit log could not be written, so nothing was changed.',
            hint: 'Check the disk and the database of Lifeguard, then try again.',
          },
          { cause },
        )
      })
    },
    succeeded: () => finish('succeeded', null),
    failed: (error) => finish('failed', error),
    notes: {
      before: (state) => void (seen.before = state),
      after: (state) => void (seen.after = state),
      target({ poolId = named.poolId, identityId }) {
        named.poolId = poolId
        if (identityId !== undefined) named.identityIds = [...new Set([...named.identityIds, identityId])]
      },
      requestId: (requestId) => void (seen.requestId = requestId),
    },
  }
}
