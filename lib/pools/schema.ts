import { z } from 'zod'
import { bounds, EXAMPLE_ID, isId, patterns } from '../cognito/limits.ts'

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

const poolName = z
  .string()
  .min(bounds.poolName.min, 'Give the pool a name.')
  .max(bounds.poolName.max, `A name has at most ${bounds.poolName.max} characters.`)
  .regex(patterns.poolName, 'Use letters, digits, spaces and + = , . @ - _ only.')

const developerProviderName = z
  .string()
  .min(bounds.developerProviderName.min, 'Give the developer provider a name.')
  .max(
    bounds.developerProviderName.max,
    `A developer provider name has at most ${bounds.developerProviderName.max} characters.`,
  )
  .regex(patterns.developerProviderName, 'Use letters, digits and . _ - only.')

/** What the form for a new pool holds; an empty developer provider name means none. */
export const newPoolSchema = z.object({
  region: z.string().min(1, 'Choose a Region.'),
  name: poolName,
  allowUnauthenticated: z.boolean(),
  developerProviderName: z.union([z.literal(''), developerProviderName]),
})
export type NewPool = z.infer<typeof newPoolSchema>

export const createIdentityPoolInput = newPoolSchema.extend({ connectionId: connectionIdSchema })
