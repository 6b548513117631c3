import { z } from 'zod'
import { bounds, EXAMPLE_ID, isId } from '../core/limits.ts'
import { runIdSchema } from '../operation/schema.ts'
import { closedSettings } from './each-setting.ts'
import { loginProvidersSchema, providerValueSchema, settingRules } from './pool-settings.ts'

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

/** What an operator changes of a pool; what is not named stays. A login provider's null value keeps the present one. */
export const poolChangeSchema = z
  .object({ ...settingRules, loginProviders: loginProvidersSchema(providerValueSchema.nullable()) })
  .omit({ tags: true })
  .partial()
export type PoolChange = z.infer<typeof poolChangeSchema>

/** `seen` is the fingerprint of the pool as the operator saw it. */
export const updateIdentityPoolInput = z.object({
  pool: poolRefSchema,
  seen: z.string().min(1),
  change: poolChangeSchema,
  runId: runIdSchema,
})

/** The settings of a pool to make; an empty developer provider name means none. */
export const newPoolSettings = z
  .object({
    ...settingRules,
    developerProviderName: z.union([z.literal(''), settingRules.developerProviderName]).nullable(),
  })
  .partial()

/** A pool to make; without more than a name it lets in nobody. */
export const createIdentityPoolInput = newPoolSettings
  .extend({
    connectionId: connectionIdSchema,
    region: z.string().min(1, 'Choose a Region.'),
    name: settingRules.name,
  })
  .transform((input) => ({ ...closedSettings, ...input }))
export type NewPool = z.output<typeof createIdentityPoolInput>
