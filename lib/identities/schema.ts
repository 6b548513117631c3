import { z } from 'zod'
import { bounds, EXAMPLE_ID, isId, regionOfId } from '../core/limits.ts'
import { reasonSchema, runIdSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'
import { identityStates } from './identity.ts'
import { grouped } from '../core/grouped.ts'

export const identityIdSchema = z.string().refine(isId, `This is not an identity id. One looks like ${EXAMPLE_ID}.`)

export const identityRefSchema = z.object({ connectionId: connectionIdSchema, identityId: identityIdSchema })

/** What the identity table's URL says. */
export const identityFilterSchema = z.object({ hideDisabled: z.boolean() })
export type IdentityFilter = z.infer<typeof identityFilterSchema>

export const listIdentitiesInput = identityFilterSchema.extend({
  pool: poolRefSchema,
  cursor: z.string().max(bounds.paginationKey.max).optional(),
})

export const identityInput = z.object({ identity: identityRefSchema })

const dateSchema = z.int().nullable()

/** What a loaded row told of an identity. */
export const loadedIdentitySchema = z.object({
  identityId: identityIdSchema,
  state: z.enum(identityStates),
  logins: z.array(z.string().max(bounds.arn.max)).max(100),
  createdAt: dateSchema,
  modifiedAt: dateSchema,
})

/** What was shown of an identity to whoever decides about it; null is what was not shown. */
export const seenIdentitySchema = z.object({
  identityId: identityIdSchema,
  state: z.enum(identityStates).nullable(),
  logins: z.array(z.string().max(bounds.arn.max)).max(100).nullable(),
  userIdentifiers: z.array(z.string().max(bounds.developerUserIdentifier.max)).max(1_000).nullable(),
})

/**
 * `pool`: where they are as the page knows it, null where nothing proves one. `loaded`: what loaded rows told of them.
 * `lookUp`: whether the rest is asked for before they go, which takes up to two calls for each.
 * `shown`: what was shown of them, which is looked up again: those that are other by now are not deleted.
 */
export const deleteIdentitiesInput = z
  .object({
    connectionId: connectionIdSchema,
    region: z.string().min(1),
    pool: poolRefSchema.nullable().optional(),
    identityIds: z
      .array(identityIdSchema)
      .min(bounds.page.min, 'Choose at least one identity.')
      .max(bounds.page.max, `At most ${bounds.page.max} identities in one call.`),
    loaded: z.array(loadedIdentitySchema).max(bounds.page.max).optional(),
    lookUp: z.boolean().optional(),
    shown: z.array(seenIdentitySchema).max(bounds.page.max).optional(),
    reason: reasonSchema,
    runId: runIdSchema,
  })
  .refine(
    ({ connectionId, region, pool }) =>
      !pool || (pool.connectionId === connectionId && regionOfId(pool.poolId) === region),
    'The identities are of another Region or connection than the pool.',
  )

/** `provider` and `token`: a valid login of the identity, as proof. `disables`: whether the operator was told so. */
export const unlinkIdentityInput = z.object({
  identity: identityRefSchema,
  login: z.string().min(1).max(bounds.loginProviderName.max),
  provider: z.string().min(1).max(bounds.loginProviderName.max),
  token: z
    .string()
    .min(bounds.loginToken.min, 'Paste a token of the user.')
    .max(bounds.loginToken.max, `A token has at most ${grouped(bounds.loginToken.max)} characters.`),
  disables: z.boolean(),
  reason: reasonSchema,
})
