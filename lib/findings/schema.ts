import { z } from 'zod'
import { poolRefSchema } from '../pools/schema.ts'

const findingNameSchema = z.object({ checkId: z.string().min(1).max(64), subject: z.string().max(512) })

const REASON_MAX = 500

/** What the form of a suppression holds. */
const suppressionSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why this finding may stay.')
    .max(REASON_MAX, `A reason has at most ${REASON_MAX} characters.`),
})

export const findingInput = z.object({ pool: poolRefSchema, finding: findingNameSchema })
export const suppressFindingInput = findingInput.extend(suppressionSchema.shape)
