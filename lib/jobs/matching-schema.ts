import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { indexFilterSchema } from '../identity-index/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { createJobInput } from './schema.ts'

/** Ids that a keep list has at most. */
const KEPT_MAX = 1_000_000

/**
 * The identities of a pool that a filter has. `kept`: ids that must not be deleted, also without their Region.
 * `maxAgeMs`: how long ago the scan that tells of them may have begun.
 */
export const matchingInput = z.object({
  pool: poolRefSchema,
  filter: indexFilterSchema,
  kept: z.array(z.string().max(bounds.id.max)).max(KEPT_MAX, 'A keep list has at most 1,000,000 identities.'),
  maxAgeMs: z.int().positive(),
})

/** `atMost`: with more than these nothing is started. `skipChanged`: leaves who changed since the scan. */
export const deleteMatchingInput = matchingInput.extend({
  name: createJobInput.shape.name,
  skipChanged: z.boolean(),
  atMost: z.int().positive(),
  reason: createJobInput.shape.reason,
})
