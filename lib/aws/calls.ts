/** Whether each operation of the Amazon Cognito Identity API changes anything, and what its answer always names. */
const calls = {
  CreateIdentityPool: { effect: 'write', answers: 'IdentityPoolId' },
  DeleteIdentities: { effect: 'write', answers: null },
  DeleteIdentityPool: { effect: 'write', answers: null },
  DescribeIdentity: { effect: 'read', answers: 'IdentityId' },
  DescribeIdentityPool: { effect: 'read', answers: 'IdentityPoolId' },
  GetCredentialsForIdentity: { effect: 'write', answers: 'Credentials' },
  GetId: { effect: 'write', answers: 'IdentityId' },
  GetIdentityPoolRoles: { effect: 'read', answers: null },
  GetOpenIdToken: { effect: 'write', answers: 'Token' },
  GetOpenIdTokenForDeveloperIdentity: { effect: 'write', answers: 'Token' },
  GetPrincipalTagAttributeMap: { effect: 'read', answers: null },
  ListIdentities: { effect: 'read', answers: null },
  ListIdentityPools: { effect: 'read', answers: null },
  ListTagsForResource: { effect: 'read', answers: null },
  LookupDeveloperIdentity: { effect: 'read', answers: null },
  MergeDeveloperIdentities: { effect: 'write', answers: 'IdentityId' },
  SetIdentityPoolRoles: { effect: 'write', answers: null },
  SetPrincipalTagAttributeMap: { effect: 'write', answers: 'IdentityPoolId' },
  TagResource: { effect: 'write', answers: null },
  UnlinkDeveloperIdentity: { effect: 'write', answers: null },
  UnlinkIdentity: { effect: 'write', answers: null },
  UntagResource: { effect: 'write', answers: null },
  UpdateIdentityPool: { effect: 'write', answers: 'IdentityPoolId' },
} as const satisfies Record<string, { effect: Effect; answers: string | null }>

export type Effect = 'read' | 'write'

/** These answer an empty body when all went well. */
const silent: ReadonlySet<string> = new Set([
  'DeleteIdentityPool',
  'SetIdentityPoolRoles',
  'UnlinkDeveloperIdentity',
  'UnlinkIdentity',
])

const isKnown = (operation: string): operation is keyof typeof calls => Object.hasOwn(calls, operation)

/** A property of the operation, wherever it is called from. Those of IAM and STS that are used here only read. */
export const effectOf = (operation: string): Effect => (isKnown(operation) ? calls[operation].effect : 'read')

/** The member without which an answer is none, or null. */
export const memberOf = (operation: string): string | null => (isKnown(operation) ? calls[operation].answers : null)

export const mayAnswerNothing = (operation: string): boolean => silent.has(operation)
