/** Operations of IAM itself that Lifeguard calls; all of them read. */
const ofIam: ReadonlySet<string> = new Set([
  'GetPolicy',
  'GetPolicyVersion',
  'GetRole',
  'GetRolePolicy',
  'ListAttachedRolePolicies',
  'ListRolePolicies',
  'ListRoles',
  'SimulatePrincipalPolicy',
])

/** The IAM action of an API operation, for naming what a caller lacks. */
export const iamAction = (operation: string): string =>
  `${ofIam.has(operation) ? 'iam' : 'cognito-identity'}:${operation}`

/** The four operations that IAM does not govern: they are called unsigned. */
export const unsignedOperations: ReadonlySet<string> = new Set([
  'GetCredentialsForIdentity',
  'GetId',
  'GetOpenIdToken',
  'UnlinkIdentity',
])
