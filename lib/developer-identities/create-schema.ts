import { z } from 'zod'
import { reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { providerName, userIdentifier } from './schema.ts'

export const createDeveloperUserInput = z.object({
  pool: poolRefSchema,
  providerName,
  userIdentifier,
  reason: reasonSchema,
})
