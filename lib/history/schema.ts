import { z } from 'zod'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'
import { auditOutcomes } from './audit-entry.ts'

/** The last entry of the page before. */
const cursor = z.int().positive().optional()

export const poolHistoryInput = z.object({ pool: poolRefSchema, cursor })

const TEXT_MAX = 200

/** A text that operation, actor, pool or identity must hold; a connection; an outcome. */
export const auditFilterInput = z.object({
  text: z
    .string()
    .max(TEXT_MAX, `At most ${TEXT_MAX} characters.`)
    .refine(isPlainText, notPlain('What is searched for')),
  connectionId: connectionIdSchema.optional(),
  outcome: z.enum(auditOutcomes).nullable(),
})

export const listAuditEntriesInput = auditFilterInput.extend({ cursor })
