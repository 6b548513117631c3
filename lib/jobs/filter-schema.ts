import { z } from 'zod'
import { errorShape } from '../core/errors.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { ADDED_AT_ONCE } from './bounds.ts'
import { jobInput } from './schema.ts'

/** A filter as `lib/identity-index/filter-text.ts` reads it. */
const filterText = z.string().max(20_000).refine(isFilter, 'The filter cannot be read.')

/**
 * What a deletion by filter is made of. `scanId`, `scannedAt`: the complete scan whose identities they are, and when it
 * began (epoch milliseconds). `skipChanged`: each is described just before, and left where it is other than the scan
 * found it.
 */
export const filterDeletionParameters = z.object({
  filter: filterText,
  scanId: z.int(),
  scannedAt: z.int(),
  skipChanged: z.boolean(),
  keepListed: z.int().min(0).optional(),
})
export type FilterDeletion = z.infer<typeof filterDeletionParameters>

/** Ids that a deletion by filter must leave. */
export const addKeptIdsInput = jobInput.extend({ ids: z.array(identityIdSchema).min(1).max(ADDED_AT_ONCE) })

export const jobLimitsInput = z.object({ pool: poolRefSchema })

function isFilter(text: string): boolean {
  try {
    return parseFilter(text) !== null
  } catch (error) {
    return errorShape(error).code !== 'VALIDATION'
  }
}
