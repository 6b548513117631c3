import { z } from 'zod'
import { distinct } from '../core/distinct.ts'
import { bounds } from '../core/limits.ts'
import { poolRefSchema } from '../pools/schema.ts'

const provider = z.string().min(1).max(bounds.loginProviderName.max)

export const principalTagKeySchema = z
  .string()
  .min(1, 'Name the tag.')
  .max(bounds.principalTagKey.max, `A tag's name has at most ${bounds.principalTagKey.max} characters.`)

export const principalTagClaimSchema = z
  .string()
  .min(1, 'Name the claim that it takes its value from.')
  .max(bounds.principalTagClaim.max, `A claim's name has at most ${bounds.principalTagClaim.max} characters.`)

/** Most providers that one pool can have: user pools, social logins and room for provider ARNs. */
const MOST_PROVIDERS = 200

export const principalTagsInput = z.object({
  pool: poolRefSchema,
  providers: z
    .array(provider)
    .max(MOST_PROVIDERS)
    .transform(distinct((name) => name)),
})

/** `seen` is the fingerprint of the map as the operator saw it; null for a provider that is new to the pool. */
export const setPrincipalTagsInput = z.object({
  pool: poolRefSchema,
  provider,
  seen: z.string().min(1).nullable(),
  useDefaults: z.boolean(),
  tags: z
    .record(principalTagKeySchema, principalTagClaimSchema)
    .refine(
      (tags) => Object.keys(tags).length <= bounds.principalTags.max,
      `A provider has at most ${bounds.principalTags.max} principal tags.`,
    ),
})
