import { unwrap, type Result } from '../core/result.ts'
import type { Saved } from './saved.ts'

/** What a save that is expected to be read back left. */
export async function savedBy<T>(answer: Promise<Result<Saved<T>>>): Promise<T> {
  const { value } = await unwrap(answer)
  if (value === null) throw new Error('The save was not read back')
  return value
}
