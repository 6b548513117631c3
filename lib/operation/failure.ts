import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, type ErrorShape } from '../core/errors.ts'
import { log } from '../log/log.ts'
import { requestFacts } from '../log/request-facts.ts'

/**
 * A caught error as an action's answer; an unexpected one gets a reference that is also in the log: the id of the
 * request, where there is one.
 */
export async function failure(error: unknown, operation: string): Promise<{ ok: false; error: ErrorShape }> {
  if (error instanceof AppError && error.code !== 'UNEXPECTED') return { ok: false, error: error.shape }
  const { requestId } = await requestFacts()
  const reference = requestId ?? randomUUID().slice(0, 8)
  log().error({ err: error, operation, requestId, reference }, 'An action failed unexpectedly')
  const known = error instanceof AppError ? error.shape : null
  return {
    ok: false,
    error: {
      ...known,
      code: 'UNEXPECTED',
      message: known?.message ?? `Lifeguard failed at ${operation} in a way that it did not expect.`,
      hint: known?.hint ?? 'Try again. If it happens again, look for the reference in the log of the server.',
      reference,
    },
  }
}
