import { z } from 'zod'
import { runIdSchema } from '../operation/schema.ts'
import { poolRefSchema } from './schema.ts'
import { tagKeySchema, tagValueSchema } from './tag-rows.ts'

/** `seen` is the fingerprint of the tags as the operator saw them. */
const seenTags = { pool: poolRefSchema, seen: z.string().min(1), runId: runIdSchema }

export const tagResourceInput = z.object({
  ...seenTags,
  tags: z.record(tagKeySchema, tagValueSchema),
})

export const untagResourceInput = z.object({ ...seenTags, keys: z.array(tagKeySchema).min(1) })
