import { z } from 'zod'
import { accessSettingsSchema } from '../pool-access/schema.ts'
import { unlessEmpty } from '../pool-access/unless-empty.ts'
import { roleArnSchema } from '../roles/schema.ts'
import { tagRowsSchema } from '../pools/tag-rows.ts'

const optionalRole = unlessEmpty(roleArnSchema)

/** What the form for a new pool holds; an empty role means none. */
export const newPoolSchema = accessSettingsSchema.extend({
  region: z.string().min(1, 'Choose a Region.'),
  authenticatedRole: optionalRole,
  unauthenticatedRole: optionalRole,
  tags: tagRowsSchema,
})
export type NewPoolSettings = z.infer<typeof newPoolSchema>
