import { z } from 'zod'
import { bounds, patterns } from '../cognito/limits.ts'
import { poolRefSchema } from '../pools/schema.ts'

export const roleArnSchema = z
  .string()
  .min(bounds.arn.min, 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.')
  .max(bounds.arn.max, `An ARN has at most ${bounds.arn.max} characters.`)
  .regex(patterns.roleArn, 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.')

export const mappingRuleSchema = z.object({
  claim: z
    .string()
    .min(1, 'Name a claim.')
    .max(bounds.claim.max, `A claim's name has at most ${bounds.claim.max} characters.`)
    .regex(patterns.claim, 'A claim has no spaces or control characters.'),
  match: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']),
  value: z
    .string()
    .min(1, 'Give a value.')
    .max(bounds.claimValue.max, `A value has at most ${bounds.claimValue.max} characters.`),
  roleArn: roleArnSchema,
})

export const roleMappingSchema = z.object({
  provider: z
    .string()
    .min(1, 'Choose a provider.')
    .max(bounds.mappingProvider.max, `At most ${bounds.mappingProvider.max} characters.`),
  type: z.enum(['Token', 'Rules']),
  ambiguous: z.enum(['AuthenticatedRole', 'Deny'], 'Say what happens when nothing matches.').nullable(),
  rules: z.array(mappingRuleSchema).max(bounds.rules.max, `A provider has at most ${bounds.rules.max} rules.`),
})

/** A pool's roles and mappings, whole: what is left out is removed. */
export const roleSettingsSchema = z.object({
  authenticated: roleArnSchema.nullable(),
  unauthenticated: roleArnSchema.nullable(),
  mappings: z
    .array(roleMappingSchema)
    .max(bounds.mappings.max, `A pool has mappings for at most ${bounds.mappings.max} providers.`),
})

/** `seen` is the fingerprint of the roles as the operator saw them. */
export const setIdentityPoolRolesInput = z.object({
  pool: poolRefSchema,
  seen: z.string().min(1),
  roles: roleSettingsSchema,
})
