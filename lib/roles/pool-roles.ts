import { z } from 'zod'

export const mappingRuleShape = z.object({
  claim: z.string(),
  match: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']),
  value: z.string(),
  roleArn: z.string(),
})

/** How one login provider's users get their role. */
export const roleMappingShape = z.object({
  provider: z.string(),
  type: z.enum(['Token', 'Rules']),
  ambiguous: z.enum(['AuthenticatedRole', 'Deny']).nullable(),
  rules: z.array(mappingRuleShape),
})

/** A pool's roles and mappings as they are, whether or not they could be saved. */
export const roleSettingsShape = z.object({
  authenticated: z.string().nullable(),
  unauthenticated: z.string().nullable(),
  mappings: z.array(roleMappingShape),
})

export type MappingRule = z.infer<typeof mappingRuleShape>
export type RuleMatch = MappingRule['match']
export type RoleMapping = z.infer<typeof roleMappingShape>
export type RoleSettings = z.infer<typeof roleSettingsShape>

/** The roles as read, with a fingerprint that a save names. */
export type PoolRoles = RoleSettings & { fingerprint: string }
