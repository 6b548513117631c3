import { z } from 'zod'
import { distinct } from '../core/distinct.ts'
import { bounds, PAGE_SIZE, patterns, regionOfId } from '../core/limits.ts'
import { identityIdSchema, identityRefSchema } from '../identities/schema.ts'
import { holdsToken } from '../core/tokens-in-text.ts'
import { loginProof } from '../login-tokens/schema.ts'
import { reasonSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolIdSchema, poolRefSchema } from '../pools/schema.ts'

export const userIdentifier = z
  .string()
  .min(bounds.developerUserIdentifier.min, 'Give a developer user identifier.')
  .max(
    bounds.developerUserIdentifier.max,
    `A developer user identifier has at most ${bounds.developerUserIdentifier.max} characters.`,
  )
  .refine((text) => !holdsToken(text), 'This holds a token, and a token is no identifier: it was not sent.')

export const providerName = z
  .string()
  .max(bounds.developerProviderName.max)
  .regex(patterns.developerProviderName, 'Use letters, digits and . _ - only.')

export const loginSchema = z.string().min(1).max(bounds.loginProviderName.max)

const lookupKey = { identityId: identityIdSchema.optional(), userIdentifier: userIdentifier.optional() }
const namesOne = (input: { identityId?: string | undefined; userIdentifier?: string | undefined }) =>
  input.identityId !== undefined || input.userIdentifier !== undefined
const NAME_ONE = 'Give a developer user identifier or an identity ID.'

export const lookupDeveloperIdentityInput = z
  .object({ pool: poolRefSchema, ...lookupKey, cursor: z.string().max(bounds.paginationKey.max).optional() })
  .refine(namesOne, NAME_ONE)

/** `describeFirst`: the pool's developer provider is not known yet. */
export const findDeveloperIdentityInput = z
  .object({
    connectionId: connectionIdSchema,
    pools: z
      .array(z.object({ poolId: poolIdSchema, describeFirst: z.boolean() }))
      .max(1_000)
      .transform(distinct(({ poolId }) => poolId)),
    ...lookupKey,
  })
  .refine(namesOne, NAME_ONE)

/** What the operator saw of a side: the merge is refused when it is other by now. */
export const mergeSide = z.object({
  userIdentifier,
  identityId: identityIdSchema,
  logins: z.array(loginSchema).max(bounds.linkedLogins.max),
  userIdentifiers: z.array(userIdentifier).max(PAGE_SIZE),
})

export const mergeDeveloperIdentitiesInput = z.object({
  pool: poolRefSchema,
  providerName,
  source: mergeSide,
  destination: mergeSide,
  reason: reasonSchema,
})

const identityOfPool = {
  pool: poolRefSchema,
  identity: identityRefSchema,
  providerName,
  userIdentifier,
  reason: reasonSchema,
}
export const isOneRegion = ({ pool, identity }: { pool: { poolId: string }; identity: { identityId: string } }) =>
  regionOfId(pool.poolId) === regionOfId(identity.identityId)
export const TWO_REGIONS = 'The identity is of another Region than the pool.'

/** `disables`: whether the operator was told that this is the last login. */
export const unlinkDeveloperIdentityInput = z
  .object({ ...identityOfPool, disables: z.boolean() })
  .refine(isOneRegion, TWO_REGIONS)

/** `proof`: a login of the identity with its token, without which the service links to no identity that has public logins. */
export const linkDeveloperIdentityInput = z
  .object({ ...identityOfPool, proof: loginProof.optional() })
  .refine(isOneRegion, TWO_REGIONS)

export const unlinkLoginAsDeveloperInput = z
  .object({ ...identityOfPool, login: loginSchema, disables: z.boolean() })
  .refine(isOneRegion, TWO_REGIONS)
