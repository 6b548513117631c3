import { unwrap, type Result } from '../core/result.ts'

/** A server action that changes something; the id makes it one act, however often it is sent. */
export type WriteAction<I, O> = (input: I, operationId?: string) => Promise<Result<O>>

/** Sends a write. When its answer is lost on the way, asks what became of it until that is known. */
export async function write<I, O>(action: WriteAction<I, O>, input: I, operationId: string): Promise<O> {
  return unwrap(action(input, operationId))
}
