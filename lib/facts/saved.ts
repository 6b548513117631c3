import { AppError } from '../core/errors.ts'
import type { FactChange } from './facts.ts'

/**
 * A write that the service took. `value` is what it has now, null when that could not be read back. `untaken` names
 * where it has something else than was asked: `before` is what was asked, `after` what is there.
 */
export type Saved<T> = { value: T | null; untaken: FactChange[] }

/**
 * What is there after one step of several, read anew where its answer did not say; `asked` stands in until then. Errors:
 * `NOT_READ_BACK` when that fails, and nothing more may be sent.
 */
export async function afterStep<T>(
  { value }: Saved<T>,
  asked: T,
  read: () => Promise<T>,
  onStep: (present: T) => void,
): Promise<T> {
  onStep(value ?? asked)
  if (value !== null) return value
  const present = await read().catch((cause: unknown) => {
    throw new AppError(
      {
        code: 'NOT_READ_BACK',
        message: 'A part was saved, but it could not be read back, so the rest was not sent.',
        hint: 'Look again, then save the rest.',
      },
      { cause },
    )
  })
  onStep(present)
  return present
}
