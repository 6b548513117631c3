import type { Refused } from '#lib/client/run-batches.ts'
import { errorShape, type ErrorCode } from '#lib/core/errors.ts'
import { CHANGED } from '#lib/identities/seen-identity.ts'

/** Failures that are of one pool: the others may be well. */
const OF_ONE: ReadonlySet<ErrorCode> = new Set(['VALIDATION', 'NOT_FOUND', 'CONFLICT', 'LIMIT', 'DENIED'])

/** A failed change of one pool as one that was refused. Errors: what it was, where it is not of that pool alone. */
export function refusalOf(poolId: string, error: unknown): Refused {
  const { code, awsName, message } = errorShape(error)
  if (!OF_ONE.has(code)) throw error
  return { id: poolId, code: code === 'CONFLICT' ? CHANGED : (awsName ?? code), reason: message }
}
