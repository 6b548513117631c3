import { z } from 'zod'
import { bounds, patterns } from '../core/limits.ts'
import { oidcProviderArn, samlProviderArn } from '../login-providers/login-provider.ts'
import { tagKeySchema, tagValueSchema } from './tag-rows.ts'

const texts = z.record(z.string(), z.string())

/** What a pool is, wherever it is. Values of login providers that are secrets (Twitter's) never leave the server. */
export const poolSettingsSchema = z.object({
  name: z.string(),
  allowUnauthenticated: z.boolean(),
  /** Unset is a state of its own: the service then still answers the basic flow. */
  classicFlow: z.enum(['unset', 'off', 'on']),
  userPools: z.array(z.object({ providerName: z.string(), clientId: z.string(), serverSideTokenCheck: z.boolean() })),
  /** Provider name → app id, as the service keeps it. */
  loginProviders: texts,
  oidcProviderArns: z.array(z.string()),
  samlProviderArns: z.array(z.string()),
  developerProviderName: z.string().nullable(),
  tags: texts,
})
export type PoolSettings = z.infer<typeof poolSettingsSchema>
export type SettingKey = keyof PoolSettings

/** Something made of each setting's value. */
export type BySetting<T> = { [K in SettingKey]: (value: PoolSettings[K]) => T }

const providerArn = (pattern: RegExp, says: string) =>
  z
    .string()
    .min(1, 'Give the ARN of the provider.')
    .max(bounds.arn.max, `An ARN has at most ${bounds.arn.max} characters.`)
    .regex(pattern, says)

const userPoolSchema = z.object({
  providerName: z
    .string()
    .min(1, 'Name the user pool.')
    .max(bounds.userPoolProviderName.max, `At most ${bounds.userPoolProviderName.max} characters.`)
    .regex(
      patterns.userPoolProviderName,
      'A user pool is named like cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123.',
    ),
  clientId: z
    .string()
    .min(1, 'Give the id of the app client.')
    .max(bounds.clientId.max, `At most ${bounds.clientId.max} characters.`)
    .regex(patterns.clientId, 'An app client id has letters, digits and _ only.'),
  serverSideTokenCheck: z.boolean(),
})

export const providerValueSchema = z
  .string()
  .min(1, 'Give the app id.')
  .max(bounds.loginProviderValue.max, `At most ${bounds.loginProviderValue.max} characters.`)
  .regex(patterns.loginProviderValue, 'Use letters, digits and . ; _ / - only.')

/** Login providers by name, each value as the given schema has it. */
export const loginProvidersSchema = <T extends z.ZodType>(value: T) =>
  z
    .record(z.string().min(1).max(bounds.loginProviderName.max), value)
    .refine(
      (providers) => Object.keys(providers).length <= bounds.loginProviders.max,
      `A pool has at most ${bounds.loginProviders.max} of these.`,
    )

/** What each setting must be to be saved. */
export const settingRules = {
  name: z
    .string()
    .min(bounds.poolName.min, 'Give the pool a name.')
    .max(bounds.poolName.max, `A name has at most ${bounds.poolName.max} characters.`)
    .regex(patterns.poolName, 'Use letters, digits, spaces and + = , . @ - _ only.'),
  allowUnauthenticated: z.boolean(),
  classicFlow: poolSettingsSchema.shape.classicFlow,
  userPools: z
    .array(userPoolSchema)
    .max(bounds.userPools.max, `A pool has at most ${bounds.userPools.max} user pool clients.`),
  loginProviders: loginProvidersSchema(providerValueSchema),
  oidcProviderArns: z.array(
    providerArn(
      oidcProviderArn,
      'An OpenID Connect provider has an ARN like arn:aws:iam::123456789012:oidc-provider/id.example.com.',
    ),
  ),
  samlProviderArns: z.array(
    providerArn(samlProviderArn, 'A SAML provider has an ARN like arn:aws:iam::123456789012:saml-provider/Okta.'),
  ),
  developerProviderName: z
    .string()
    .min(bounds.developerProviderName.min, 'Give the developer provider a name.')
    .max(
      bounds.developerProviderName.max,
      `A developer provider name has at most ${bounds.developerProviderName.max} characters.`,
    )
    .regex(patterns.developerProviderName, 'Use letters, digits and . _ - only.'),
  tags: z
    .record(tagKeySchema, tagValueSchema)
    .refine((tags) => Object.keys(tags).length <= bounds.tags.max, `A pool has at most ${bounds.tags.max} tags.`),
} satisfies { [K in SettingKey]: z.ZodType<PoolSettings[K]> }
