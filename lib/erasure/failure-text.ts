import { errorShape } from '../core/errors.ts'

/** A failure as one sentence of a record. */
export function failureText(error: unknown): string {
  const { awsName = null, message } = errorShape(error)
  return [awsName, message].filter(Boolean).join(': ')
}
