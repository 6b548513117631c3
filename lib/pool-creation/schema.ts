import { z } from 'zod'
import { accessSettingsSchema } from '../pool-access/schema.ts'
import { rolesFormSchema } from '../roles/schema.ts'
import { tagRowsSchema } from '../pools/tag-rows.ts'

/** What the form for a new pool holds; an empty role means none. */
export const newPoolSchema = accessSettingsSchema.extend({
  region: z.string().min(1, 'Choose a Region.'),
  ...rolesFormSchema.shape,
  tags: tagRowsSchema,
})
export type NewPoolSettings = z.infer<typeof newPoolSchema>
