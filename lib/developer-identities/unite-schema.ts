import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { loginProof } from '../login-tokens/schema.ts'
import { reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { loginSchema, mergeSide, providerName } from './schema.ts'

/**
 * Two identities of one person: that of a developer user, and that of a login whose token is at hand. Both as the
 * operator saw them: the act is refused when one is other by now.
 */
export const uniteIdentitiesInput = loginProof
  .extend({
    pool: poolRefSchema,
    providerName,
    destination: mergeSide,
    source: z.object({ identityId: identityIdSchema, logins: z.array(loginSchema).max(bounds.linkedLogins.max) }),
    reason: reasonSchema,
  })
  .refine(({ destination, source }) => destination.identityId !== source.identityId, 'These are one identity already.')
