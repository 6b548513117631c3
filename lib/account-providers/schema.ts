import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { connectionIdSchema } from '../pools/schema.ts'

const place = { connectionId: connectionIdSchema, region: z.string().min(1) }
const cursor = z.string().min(1).max(bounds.paginationKey.max).optional()

export const listUserPoolsInput = z.object({ ...place, cursor })

export const listUserPoolClientsInput = z.object({
  ...place,
  userPoolId: z.string().regex(/^[\w-]{1,55}$/, 'This is not the ID of a user pool.'),
  cursor,
})

export const listIdentityProvidersInput = z.object(place)
