import type { RoleMappings } from '../state/shapes.ts'

type RoleNamed = (name: string) => string

const equals = (Claim: string, Value: string, RoleARN: string) => ({
  Claim,
  MatchType: 'Equals' as const,
  Value,
  RoleARN,
})

export function webMappings(role: RoleNamed, userPool: string, saml: string): RoleMappings {
  return {
    [`${userPool}:4n7webclient2k9s8d1example`]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' },
    [saml]: {
      Type: 'Rules',
      AmbiguousRoleResolution: 'Deny',
      RulesConfiguration: {
        Rules: [
          equals('department', 'platform', role('NorthwindAdmin')),
          { Claim: 'department', MatchType: 'StartsWith', Value: 'support', RoleARN: role('NorthwindSupport') },
          { Claim: 'employment', MatchType: 'NotEqual', Value: 'contractor', RoleARN: role('NorthwindUser') },
        ],
      },
    },
  }
}

/** Everything that a review should find: more rules than allowed, on a claim that users edit, with a generous default. */
export function surveyMappings(role: RoleNamed, userPool: string): RoleMappings {
  const sites = Array.from({ length: 26 }, (_, site) => `site-${String(site + 1).padStart(2, '0')}`)
  return {
    [`${userPool}:1s2urveyclient8r4t6example`]: {
      Type: 'Rules',
      AmbiguousRoleResolution: 'AuthenticatedRole',
      RulesConfiguration: { Rules: sites.map((site) => equals('custom:team', site, role('FieldSurveyEditor'))) },
    },
  }
}
