import { z } from 'zod'
import { errorShape } from '../core/errors.ts'
import { parseFilter } from './filter-text.ts'
import { indexPoolInput } from './schema.ts'

const FILTER_MAX = 20_000

/** What of a pool's index is exported, as an address says it. */
export const exportIndexInput = indexPoolInput.extend({
  filter: z
    .string()
    .max(FILTER_MAX)
    .transform((text, context) => {
      try {
        return parseFilter(text)
      } catch (error) {
        context.addIssue({ code: 'custom', message: errorShape(error).message })
        return z.NEVER
      }
    }),
  format: z.enum(['csv', 'jsonl'], 'The format is csv or jsonl.'),
})
