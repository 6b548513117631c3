import { z } from 'zod'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { poolRefSchema } from '../pools/schema.ts'

const findingNameSchema = z.object({
  checkId: z.string().min(1).max(64).refine(isPlainText, notPlain('A check')),
  subject: z.string().max(512).refine(isPlainText, notPlain('What a finding is about')),
})

const REASON_MAX = 500

/** What the form of a suppression holds. */
const suppressionSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why this finding may stay.')
    .max(REASON_MAX, `A reason has at most ${REASON_MAX} characters.`)
    .refine(isPlainText, notPlain('A reason')),
})

export const findingInput = z.object({ pool: poolRefSchema, finding: findingNameSchema })
export const suppressFindingInput = findingInput.extend(suppressionSchema.shape)
