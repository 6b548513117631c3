import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { poolRefSchema } from '../pools/schema.ts'

/** A login with a token that proves it. */
export const loginProof = z.object({
  provider: z.string().min(1).max(bounds.loginProviderName.max),
  token: z
    .string()
    .min(bounds.loginToken.min, 'Paste a token of the user.')
    .max(bounds.loginToken.max, `A token has at most ${bounds.loginToken.max.toLocaleString('en')} characters.`),
})

export const traceTokenInput = loginProof.extend({ pool: poolRefSchema })
