import { remedyOf } from '#lib/access-test/refusals.ts'
import { errorShape } from '#lib/core/errors.ts'

/** A refusal of a token with what it means and what to do about it, where that is known. */
export function withRemedy(error: unknown): unknown {
  if (!error) return error
  const shape = errorShape(error)
  return { ...shape, hint: remedyOf(shape)?.text ?? shape.hint }
}
