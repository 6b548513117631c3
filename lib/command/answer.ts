import { errorShape } from '../core/errors.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'

/** What a command came to: for programs, for people, and for the shell. */
export type CommandAnswer = { exit: ExitCode; value: unknown; words: string }

/** How a failure is told. */
export function failedAnswer(error: unknown, exit: ExitCode = exitCodes.failed): CommandAnswer {
  const shape = errorShape(error)
  return { exit, value: { error: shape }, words: [shape.message, shape.hint].filter(Boolean).join(' ') }
}
