/** Operations of IAM itself that Lifeguard calls; all of them read. */
const ofIam: ReadonlySet<string> = new Set([
  'GetPolicy',
  'GetPolicyVersion',
  'GetRole',
  'GetRolePolicy',
  'ListAttachedRolePolicies',
  'ListOpenIDConnectProviders',
  'ListRolePolicies',
  'ListRoles',
  'ListSAMLProviders',
  'SimulatePrincipalPolicy',
])

/** The same of Amazon Cognito user pools. */
const ofUserPools: ReadonlySet<string> = new Set(['ListUserPoolClients', 'ListUserPools'])

/** The IAM action of an API operation, for naming what a caller lacks. */
export const iamAction = (operation: string): string => `${prefixOf(operation)}:${operation}`

function prefixOf(operation: string): string {
  if (ofIam.has(operation)) return 'iam'
  return ofUserPools.has(operation) ? 'cognito-idp' : 'cognito-identity'
}

/** The four operations that IAM does not govern: they are called unsigned. */
export const unsignedOperations: ReadonlySet<string> = new Set([
  'GetCredentialsForIdentity',
  'GetId',
  'GetOpenIdToken',
  'UnlinkIdentity',
])
