import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { providerValueSchema } from '../pools/pool-settings.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { principalTagClaimSchema, principalTagKeySchema } from '../principal-tags/schema.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { accessRules } from './access-rules.ts'
import { unlessEmpty } from './unless-empty.ts'

/** What a form holds of a provider's principal tags once the operator edits them; `before` null for a new provider. */
export const principalTagEditSchema = z
  .object({
    provider: z.string(),
    before: z.custom<ProviderTags | null>(),
    mode: z.enum(['none', 'defaults', 'custom']),
    rows: z.array(z.object({ key: z.string(), claim: z.string() })),
  })
  .superRefine(({ mode, rows }, context) => {
    if (mode !== 'custom') return
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (rows.length === 0) issue(['mode'], 'Add a tag, or choose None.')
    if (rows.length > bounds.principalTags.max)
      issue(['mode'], `A provider has at most ${bounds.principalTags.max} principal tags.`)
    for (const [index, { key, claim }] of rows.entries()) {
      const ofKey = principalTagKeySchema.safeParse(key).error?.issues[0]
      const ofClaim = principalTagClaimSchema.safeParse(claim).error?.issues[0]
      if (ofKey) issue(['rows', index, 'key'], ofKey.message)
      else if (rows.findIndex((row) => row.key === key) !== index)
        issue(['rows', index, 'key'], 'There is a tag with this name already.')
      if (ofClaim) issue(['rows', index, 'claim'], ofClaim.message)
    }
  })
export type PrincipalTagEdit = z.infer<typeof principalTagEditSchema>

const consumerPart = z.union([z.literal(''), z.string().regex(/^[\w./-]+$/, 'Use letters, digits and . _ / - only.')])

/** `keptKey` is the consumer key whose secret the service has; empty when it has none. */
const twitterSchema = z
  .object({ keptKey: z.string(), consumerKey: consumerPart, consumerSecret: consumerPart })
  .superRefine(({ keptKey, consumerKey, consumerSecret }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (consumerKey === '' && consumerSecret !== '') issue('consumerKey', 'Give the consumer key of this secret.')
    if (consumerKey !== '' && consumerSecret === '' && consumerKey !== keptKey)
      issue('consumerSecret', 'Give the secret of this consumer key.')
    const most = bounds.loginProviderValue.max
    if (consumerKey.length + consumerSecret.length + 1 > most)
      issue('consumerKey', `Key and secret together have at most ${most - 1} characters.`)
  })

/** A provider that the pool does not have is empty; a value with a hidden secret stays as it is. */
const loginProviderSchema = z.object({
  name: z.string(),
  value: unlessEmpty(providerValueSchema, (value) => value.endsWith(MASKED)),
})

/** Everything that decides who gets in, as a form holds it. */
export const accessSettingsSchema = z.object({
  ...accessRules,
  loginProviders: z.array(loginProviderSchema),
  twitter: twitterSchema,
  principalTags: z.array(principalTagEditSchema),
})
export type AccessSettings = z.infer<typeof accessSettingsSchema>
