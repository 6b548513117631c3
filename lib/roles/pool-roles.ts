export type RuleMatch = 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual'
export type MappingRule = { claim: string; match: RuleMatch; value: string; roleArn: string }

/** How one login provider's users get their role. */
export type RoleMapping = {
  provider: string
  type: 'Token' | 'Rules'
  ambiguous: 'AuthenticatedRole' | 'Deny' | null
  rules: MappingRule[]
}

export type RoleSettings = { authenticated: string | null; unauthenticated: string | null; mappings: RoleMapping[] }

/** The roles as read, with a fingerprint that a save names. */
export type PoolRoles = RoleSettings & { fingerprint: string }
