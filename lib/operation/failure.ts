import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, type ErrorShape } from '../core/errors.ts'
import { isStoreFault } from '../db/store-fault.ts'
import { log } from '../log/log.ts'
import { requestFacts } from '../log/request-facts.ts'

type Failure = { ok: false; error: ErrorShape }

/**
 * A caught error as an action's answer. One of the store is told as such, and logged with its cause; an unexpected one
 * gets a reference that is also in the log: the id of the request, where there is one. The framework's own signals, such
 * as that a page cannot be drawn ahead of a request, go on to the framework.
 */
export async function failure(error: unknown, operation: string): Promise<Failure> {
  if (isSignal(error)) throw error
  const known = error instanceof AppError ? error.shape : null
  if (isStoreFault(error)) return storeFailed(error, operation, known)
  if (known !== null && known.code !== 'UNEXPECTED') return { ok: false, error: known }
  const reference = await logged(error, operation, 'An action failed unexpectedly')
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

/** By which Next knows what it has thrown itself. */
const isSignal = (error: unknown): boolean => error instanceof Error && typeof Reflect.get(error, 'digest') === 'string'

async function storeFailed(error: unknown, operation: string, known: ErrorShape | null): Promise<Failure> {
  const reference = await logged(error, operation, 'The store failed')
  const told = known ?? {
    code: 'UNAVAILABLE',
    message: 'The store of Lifeguard does not do its part.',
    hint: 'Check the disk and the database of Lifeguard, then try again.',
  }
  return { ok: false, error: { ...told, reference } }
}

/** Writes a line about an error; returns what it can be found by. */
async function logged(error: unknown, operation: string, message: string): Promise<string> {
  const { requestId } = await requestFacts()
  const reference = requestId ?? randomUUID().slice(0, 8)
  log().error({ err: error, operation, requestId, reference }, message)
  return reference
}
