import { z } from 'zod'
import { connectionIdSchema } from '../pools/schema.ts'
import { settingRules } from '../pools/pool-settings.ts'

/** Where a pool shall be made, and the secrets that its description does not tell. */
export const makingSchema = z.object({
  connectionId: connectionIdSchema,
  region: z.string().min(1, 'Choose a Region.'),
  name: settingRules.name,
  secrets: z.array(
    z.object({
      provider: z.string(),
      value: z
        .string()
        .min(1, 'Give the secret: it is shown nowhere.')
        .regex(/^[\w.;_/-]+$/, 'Use letters, digits and . ; _ / - only.'),
    }),
  ),
})
export type MakingForm = z.infer<typeof makingSchema>
