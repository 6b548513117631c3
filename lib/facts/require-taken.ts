import { AppError } from '../core/errors.ts'
import type { Saved } from './saved.ts'

/** Errors: `VALIDATION` when the service answered a save and has something else than was asked. */
export function requireTaken({ untaken }: Saved<unknown>): void {
  const [first] = untaken
  if (!first) return
  throw new AppError({
    code: 'VALIDATION',
    message: `The service answered, and did not take it: ${first.label} is ${first.after ?? 'not set'}.`,
    hint: 'Open the pool and look at what it has now.',
  })
}
