import { z } from 'zod'
import { isOperationId } from '../core/operation-id.ts'

export const describeOperationInput = z.object({
  operationId: z.string().refine(isOperationId, 'This is not an operation id.'),
})
