import { AppError, errorShape } from '../core/errors.ts'
import { unwrap, type Result } from '../core/result.ts'
import { describeOperation } from './actions.ts'
import type { OperationState } from './once.ts'

/** A server action that changes something; the id makes it one act, however often it is sent. */
export type WriteAction<I, O> = (input: I, operationId?: string) => Promise<Result<O>>

/** One act of somebody: the same id never runs twice. */
export type Act<I> = { input: I; operationId: string }

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 4_000
const PATIENCE_MS = 120_000

/**
 * Sends a write. When its answer is lost on the way, asks what became of it until that is known. Errors: as the action;
 * `UNKNOWN_OUTCOME` when the server does not come back.
 */
export async function write<I, O>(
  action: WriteAction<I, O>,
  input: I,
  operationId: string,
  describe = describeOperation,
): Promise<O> {
  try {
    return await unwrap(action(input, operationId))
  } catch (error) {
    if (!isLost(error)) throw error
  }
  return (await asked(outcomeOf(operationId, describe))) as O
}

/** The mutation of a write action, whose failure is shown where it was asked for. */
export const writing = <I, O>(action: WriteAction<I, O>) => ({
  mutationFn: ({ input, operationId }: Act<I>): Promise<O> => write(action, input, operationId),
  meta: { handled: true },
})

let asking = 0
const listeners = new Set<() => void>()

/** How many writes whose answer was lost are being asked about. */
export const lostWrites = {
  count: (): number => asking,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  const change = (by: number) => {
    asking += by
    for (const listener of listeners) listener()
  }
  change(1)
  return answer.finally(() => change(-1))
}

/** The server did not answer, or says that the first sending is still under way. */
const isLost = (error: unknown): boolean => {
  const { code, lost } = errorShape(error)
  return code === 'RUNNING' || lost === true
}

async function outcomeOf(operationId: string, describe: typeof describeOperation): Promise<unknown> {
  const patience = Date.now() + PATIENCE_MS
  for (let wait = FIRST_WAIT_MS; Date.now() < patience; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const operation: OperationState | null = await unwrap(describe({ operationId })).catch(nullUnlessUpdated)
    if (operation?.state === 'ended') return unwrap(Promise.resolve(operation.answer))
  }
  throw untold()
}

/** Whatever keeps the server from telling says nothing of the act; one that was updated is not reached from here again. */
function nullUnlessUpdated(error: unknown): null {
  if (errorShape(error).code === 'UPDATED') throw untold()
  return null
}

const untold = () =>
  new AppError({
    code: 'UNKNOWN_OUTCOME',
    message: 'The Lifeguard server did not answer, and does not say what became of it.',
    hint: 'It may or may not have happened: look before you repeat it.',
  })
