import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { roleArnSchema } from '../roles/schema.ts'

/** `providers` are the names of the pool's login providers, where they are known. */
export const listRolesInput = z.object({
  pool: poolRefSchema,
  providers: z.array(z.string().min(1).max(bounds.arn.max)).max(1000).optional(),
  cursor: z.string().min(1).max(2048).optional(),
})

export const describeRoleTrustInput = z.object({ pool: poolRefSchema, roleArn: roleArnSchema })
