import { z } from 'zod'
import { actorRoles, permissions } from '../auth/permissions.ts'
import { connectionIdSchema } from '../pools/schema.ts'

export const describeAccessInput = z.object({})
export const listSessionsInput = z.object({})
export const listAccessTokensInput = z.object({})

const idSchema = z.string().min(1).max(100)

export const endSessionInput = z.object({ sessionId: idSchema })
export const endSessionsOfInput = z.object({ personId: idSchema })
export const revokeAccessTokenInput = z.object({ tokenId: idSchema })

const NAME_MAX = 60
const DAYS_MAX = 366

/** A token for a program: where, in which role, and what of it alone. */
export const createAccessTokenInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name, such as the program that uses it.')
    .max(NAME_MAX, `A name has at most ${NAME_MAX} characters.`)
    .regex(/^[^\p{C}]+$/u, 'A name has no characters that cannot be seen.'),
  role: z.enum(actorRoles),
  connectionIds: z.array(connectionIdSchema).min(1, 'Choose at least one connection.'),
  permissions: z.array(z.enum(permissions)).min(1, 'Choose at least one permission.'),
  days: z.coerce
    .number('Say for how many days.')
    .int('Say for how many whole days.')
    .min(1, 'A token counts for at least one day.')
    .max(DAYS_MAX, `A token counts for at most ${DAYS_MAX} days.`),
})
