import { z } from 'zod'
import { poolRefSchema } from '../pools/schema.ts'

export const listRolesInput = z.object({ pool: poolRefSchema, cursor: z.string().min(1).max(2048).optional() })
