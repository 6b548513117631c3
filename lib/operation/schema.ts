import { z } from 'zod'
import { REASON_MAX } from '../core/limits.ts'
import { isOperationId } from '../core/operation-id.ts'

export const describeOperationInput = z.object({
  operationId: z.string().refine(isOperationId, 'This is not an operation id.'),
})

/** Why an act of the desk is done, as its input has it; null or absent when nothing was given. */
export const reasonSchema = z
  .string()
  .trim()
  .max(REASON_MAX, `A reason has at most ${REASON_MAX} characters.`)
  .nullable()
  .optional()

/** An earlier attempt of the actor at the same act whose answer was lost. */
export const afterLostSchema = z.string().refine(isOperationId, 'This is not the id of an attempt.').optional()

/** The run of the actor that an operation is a part of. */
export const runIdSchema = z.string().refine(isOperationId, 'This is not the id of a run.').optional()
