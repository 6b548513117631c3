import { z } from 'zod'
import { bounds, patterns } from '../core/limits.ts'
import { oidcProviderArn, samlProviderArn } from '../login-providers/login-provider.ts'
import { userPoolName } from '../login-providers/user-pool-name.ts'
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

type TextSays = { empty: string; long?: string; wrong: string }

const text = ({ max }: { max: number }, pattern: RegExp, { empty, long = 'At', wrong }: TextSays) =>
  z.string().min(1, empty).max(max, `${long} most ${max} characters.`).regex(pattern, wrong)

/** The same of a text that is pasted: blanks around it are left out. */
const pasted = ({ max }: { max: number }, pattern: RegExp, { empty, long = 'At', wrong }: TextSays) =>
  z.string().trim().min(1, empty).max(max, `${long} most ${max} characters.`).regex(pattern, wrong)

const arn = (pattern: RegExp, wrong: string) =>
  pasted(bounds.arn, pattern, { empty: 'Give the ARN of the provider.', long: 'An ARN has at', wrong })

/** A user pool in any of its forms, as its provider name: that is what tokens have. */
const userPoolNameSchema = z
  .string()
  .transform((typed, context) => {
    const read = userPoolName(typed)
    if (read.ok) return read.name
    context.addIssue({ code: 'custom', message: read.problem })
    return z.NEVER
  })
  .pipe(z.string().max(bounds.userPoolProviderName.max, `At most ${bounds.userPoolProviderName.max} characters.`))

const userPoolSchema = z.object({
  providerName: userPoolNameSchema,
  clientId: pasted(bounds.clientId, patterns.clientId, {
    empty: 'Give the id of the app client.',
    wrong: 'An app client id has letters, digits and _ only.',
  }),
  serverSideTokenCheck: z.boolean(),
})

export const providerValueSchema = pasted(bounds.loginProviderValue, patterns.loginProviderValue, {
  empty: 'Give the app id.',
  wrong: 'Use letters, digits and . ; _ / - only.',
})

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
  name: text(bounds.poolName, patterns.poolName, {
    empty: 'Give the pool a name.',
    long: 'A name has at',
    wrong: 'Use letters, digits, spaces and + = , . @ - _ only.',
  }),
  allowUnauthenticated: z.boolean(),
  classicFlow: poolSettingsSchema.shape.classicFlow,
  userPools: z
    .array(userPoolSchema)
    .max(bounds.userPools.max, `A pool has at most ${bounds.userPools.max} user pool clients.`),
  loginProviders: loginProvidersSchema(providerValueSchema),
  oidcProviderArns: z.array(
    arn(
      oidcProviderArn,
      'An OpenID Connect provider has an ARN like arn:aws:iam::123456789012:oidc-provider/id.example.com.',
    ),
  ),
  samlProviderArns: z.array(
    arn(samlProviderArn, 'A SAML provider has an ARN like arn:aws:iam::123456789012:saml-provider/Okta.'),
  ),
  developerProviderName: text(bounds.developerProviderName, patterns.developerProviderName, {
    empty: 'Give the developer provider a name.',
    long: 'A developer provider name has at',
    wrong: 'Use letters, digits and . _ - only.',
  }),
  tags: z
    .record(tagKeySchema, tagValueSchema)
    .refine((tags) => Object.keys(tags).length <= bounds.tags.max, `A pool has at most ${bounds.tags.max} tags.`),
} satisfies { [K in SettingKey]: z.ZodType<PoolSettings[K]> }
