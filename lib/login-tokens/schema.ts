import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { afterLostSchema, reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { grouped } from '../core/grouped.ts'

/** A login with a token that proves it. */
export const loginProof = z.object({
  provider: z.string().min(1).max(bounds.loginProviderName.max),
  token: z
    .string()
    .min(bounds.loginToken.min, 'Paste a token of the user.')
    .max(bounds.loginToken.max, `A token has at most ${grouped(bounds.loginToken.max)} characters.`),
})

/** `afterLost`: an earlier call with this token whose answer was lost. */
export const traceTokenInput = loginProof.extend({
  pool: poolRefSchema,
  reason: reasonSchema,
  afterLost: afterLostSchema,
})
