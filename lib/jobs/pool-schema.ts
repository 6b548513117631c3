import { z } from 'zod'
import { reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'

export const emptyPoolInput = z.object({ pool: poolRefSchema, reason: reasonSchema })
