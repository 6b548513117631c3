import { z } from 'zod'
import { bounds, EXAMPLE_ID, isId, patterns } from '../core/limits.ts'
import { oidcProviderArn, samlProviderArn } from '../login-providers/login-provider.ts'
import { tagKeySchema, tagValueSchema } from './tag-rows.ts'

export const poolIdSchema = z.string().refine(isId, `This is not an identity pool id. One looks like ${EXAMPLE_ID}.`)

export const connectionIdSchema = z.string().min(1, 'Name a connection.')

export const poolRefSchema = z.object({ connectionId: connectionIdSchema, poolId: poolIdSchema })

export const listIdentityPoolsInput = z.object({
  connectionId: connectionIdSchema,
  region: z.string().min(1),
  cursor: z.string().max(bounds.paginationKey.max).optional(),
})

export const poolInput = z.object({ pool: poolRefSchema })

export const describeIdentityPoolsInput = z.object({
  connectionId: connectionIdSchema,
  poolIds: z.array(poolIdSchema).min(1).max(200),
})

export const poolNameSchema = z
  .string()
  .min(bounds.poolName.min, 'Give the pool a name.')
  .max(bounds.poolName.max, `A name has at most ${bounds.poolName.max} characters.`)
  .regex(patterns.poolName, 'Use letters, digits, spaces and + = , . @ - _ only.')

export const developerProviderNameSchema = z
  .string()
  .min(bounds.developerProviderName.min, 'Give the developer provider a name.')
  .max(
    bounds.developerProviderName.max,
    `A developer provider name has at most ${bounds.developerProviderName.max} characters.`,
  )
  .regex(patterns.developerProviderName, 'Use letters, digits and . _ - only.')

const providerArn = (pattern: RegExp, says: string) =>
  z
    .string()
    .min(1, 'Give the ARN of the provider.')
    .max(bounds.arn.max, `An ARN has at most ${bounds.arn.max} characters.`)
    .regex(pattern, says)

export const oidcProviderArnSchema = providerArn(
  oidcProviderArn,
  'An OpenID Connect provider has an ARN like arn:aws:iam::123456789012:oidc-provider/id.example.com.',
)

export const samlProviderArnSchema = providerArn(
  samlProviderArn,
  'A SAML provider has an ARN like arn:aws:iam::123456789012:saml-provider/Okta.',
)

export const userPoolProviderSchema = z.object({
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

export const classicFlowSchema = z.enum(['unset', 'off', 'on'])

const userPoolsSchema = z
  .array(userPoolProviderSchema)
  .max(bounds.userPools.max, `A pool has at most ${bounds.userPools.max} user pool clients.`)

const loginProviderName = z.string().min(1).max(bounds.loginProviderName.max)

const atMostTen = (providers: object) => Object.keys(providers).length <= bounds.loginProviders.max

/** What an operator changes of a pool; what is not named stays. A login provider's null value keeps the present one. */
export const poolChangeSchema = z.object({
  name: poolNameSchema.optional(),
  allowUnauthenticated: z.boolean().optional(),
  classicFlow: classicFlowSchema.optional(),
  developerProviderName: developerProviderNameSchema.optional(),
  loginProviders: z
    .record(loginProviderName, providerValueSchema.nullable())
    .refine(atMostTen, `A pool has at most ${bounds.loginProviders.max} of these.`)
    .optional(),
  userPools: userPoolsSchema.optional(),
  oidcProviderArns: z.array(oidcProviderArnSchema).optional(),
  samlProviderArns: z.array(samlProviderArnSchema).optional(),
})
export type PoolChange = z.infer<typeof poolChangeSchema>

/** `seen` is the fingerprint of the pool as the operator saw it. */
export const updateIdentityPoolInput = z.object({
  pool: poolRefSchema,
  seen: z.string().min(1),
  change: poolChangeSchema,
})

const tagMap = z
  .record(tagKeySchema, tagValueSchema)
  .refine((tags) => Object.keys(tags).length <= bounds.tags.max, `A pool has at most ${bounds.tags.max} tags.`)

/** A pool to make; without more than a name it lets in nobody. An empty developer provider name means none. */
export const createIdentityPoolInput = z.object({
  connectionId: connectionIdSchema,
  region: z.string().min(1, 'Choose a Region.'),
  name: poolNameSchema,
  allowUnauthenticated: z.boolean().default(false),
  classicFlow: classicFlowSchema.default('off'),
  developerProviderName: z.union([z.literal(''), developerProviderNameSchema]).default(''),
  loginProviders: z
    .record(loginProviderName, providerValueSchema)
    .refine(atMostTen, `A pool has at most ${bounds.loginProviders.max} of these.`)
    .default({}),
  userPools: userPoolsSchema.default([]),
  oidcProviderArns: z.array(oidcProviderArnSchema).default([]),
  samlProviderArns: z.array(samlProviderArnSchema).default([]),
  tags: tagMap.default({}),
})
export type NewPool = z.output<typeof createIdentityPoolInput>
