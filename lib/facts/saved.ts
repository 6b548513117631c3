import { AppError } from '../core/errors.ts'
import type { FactChange } from './facts.ts'

/**
 * A write that the service took. `value` is what it has now, null when that could not be read back. `untaken` names
 * where it has something else than was asked: `before` is what was asked, `after` what is there.
 */
export type Saved<T> = { value: T | null; untaken: FactChange[] }

/** What the service has now. Errors: `NOT_READ_BACK` when that is not known. */
export function savedValue<T>({ value }: Saved<T>): T {
  if (value !== null) return value
  throw new AppError({
    code: 'NOT_READ_BACK',
    message: 'It was saved, but it could not be read back.',
    hint: 'Reload to see it; there is nothing to repeat.',
  })
}
