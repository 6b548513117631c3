import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, type ErrorShape } from '../core/errors.ts'
import { log } from '../log/log.ts'

/** A caught error as an action's answer; an unexpected one gets a reference that is also in the log. */
export function failure(error: unknown, operation: string): { ok: false; error: ErrorShape } {
  if (error instanceof AppError && error.code !== 'UNEXPECTED') return { ok: false, error: error.shape }
  const reference = randomUUID().slice(0, 8)
  log().error({ err: error, operation, reference }, 'An action failed unexpectedly')
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
