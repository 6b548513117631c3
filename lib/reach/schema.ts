import { z } from 'zod'
import { bounds, isId } from '../core/limits.ts'
import { roleSettingsShape } from '../roles/pool-roles.ts'
import { poolRefSchema } from '../pools/schema.ts'

/** What of a pool is asked about; a pool alone. */
export const reachInput = z.object({ pool: poolRefSchema })

export const listVouchersInput = z.object({ pool: poolRefSchema, cursor: z.string().min(1).max(2048).optional() })

const ACTION_MAX = 128
const RESOURCE_MAX = 2048
const KEY_MAX = 256

const action = z
  .string()
  .trim()
  .max(ACTION_MAX)
  .regex(/^[\w-]+:\w+$/, 'Name one action, such as s3:GetObject.')
const resource = z
  .string()
  .trim()
  .min(1, 'Name a resource by its ARN, or * for an action that has none.')
  .max(RESOURCE_MAX)
const facts = z.record(z.string().min(1).max(KEY_MAX), z.array(z.string().max(RESOURCE_MAX)).max(50))

/** Whether somebody who has a role may do something. `providers`: as whom they signed in where; `facts`: what is known of condition keys, by their names. */
export const canTheyInput = z.object({
  pool: poolRefSchema,
  role: z.string().min(20).max(bounds.arn.max),
  as: z.enum(['guest', 'guest-basic', 'user']),
  action,
  resource,
  identityId: z.string().refine(isId, 'This is no identity ID.').nullable().default(null),
  providers: z.array(z.string().min(1).max(RESOURCE_MAX)).max(50).default([]),
  facts,
})
export type CanTheyInput = z.infer<typeof canTheyInput>

/** A change that is not saved yet: what it leaves as it is comes as null. */
export const foreseeReachInput = z.object({
  pool: poolRefSchema,
  access: z.object({ allowUnauthenticated: z.boolean(), classicFlow: z.enum(['on', 'off', 'unset']) }).nullable(),
  roles: roleSettingsShape.nullable(),
})

export const completeActionInput = z.object({ pool: poolRefSchema, text: z.string().max(ACTION_MAX) })
