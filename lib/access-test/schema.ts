import { z } from 'zod'
import { isOneRegion, providerName, TWO_REGIONS, userIdentifier } from '../developer-identities/schema.ts'
import { identityRefSchema } from '../identities/schema.ts'
import { loginProof } from '../login-tokens/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { afterLostSchema } from '../operation/schema.ts'
import { roleArnSchema } from '../roles/schema.ts'

/** Who signs in: a login with its token, or null for a guest. */
const signIn = loginProof.nullable()

export const getIdInput = z.object({ pool: poolRefSchema, signIn, afterLost: afterLostSchema })
export type SignIn = z.infer<typeof signIn>

export const testDeveloperSignInInput = z.object({
  pool: poolRefSchema,
  providerName,
  userIdentifier,
  afterLost: afterLostSchema,
})

const signInOfIdentity = { pool: poolRefSchema, identity: identityRefSchema, signIn }

export const getOpenIdTokenInput = z.object(signInOfIdentity).refine(isOneRegion, TWO_REGIONS)

export const getCredentialsInput = z
  .object({ ...signInOfIdentity, customRoleArn: roleArnSchema.optional() })
  .refine(isOneRegion, TWO_REGIONS)
