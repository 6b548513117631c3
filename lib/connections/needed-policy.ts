/** What people of a connection do at most, each including what stands before it. */
export const uses = ['look', 'support', 'administer'] as const
export type Use = (typeof uses)[number]

/** By the use that first needs them. The four operations that IAM does not govern are in none. */
const operations: Readonly<Record<Use, readonly string[]>> = {
  look: [
    'DescribeIdentity',
    'DescribeIdentityPool',
    'GetIdentityPoolRoles',
    'GetPrincipalTagAttributeMap',
    'ListIdentities',
    'ListIdentityPools',
    'ListTagsForResource',
    'LookupDeveloperIdentity',
  ],
  support: [
    'DeleteIdentities',
    'GetOpenIdTokenForDeveloperIdentity',
    'MergeDeveloperIdentities',
    'UnlinkDeveloperIdentity',
  ],
  administer: [
    'CreateIdentityPool',
    'DeleteIdentityPool',
    'SetIdentityPoolRoles',
    'SetPrincipalTagAttributeMap',
    'TagResource',
    'UntagResource',
    'UpdateIdentityPool',
  ],
}

/** Roles, their trust and what they may do, which checks and the page Reach read. */
const OF_IAM = [
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListOpenIDConnectProviders',
  'iam:ListRolePolicies',
  'iam:ListRoles',
  'iam:ListSAMLProviders',
  'iam:SimulatePrincipalPolicy',
]

/** Names of user pools and app clients, which forms and tokens are explained with. */
const OF_USER_POOLS = ['cognito-idp:ListUserPoolClients', 'cognito-idp:ListUserPools']

/** Every action that a use needs, by name. */
export const neededActions = (use: Use): string[] =>
  uses.slice(0, uses.indexOf(use) + 1).flatMap((one) => operations[one].map((name) => `cognito-identity:${name}`))

/**
 * The IAM policy with the least that a connection needs for what its people do. Roles are handed to the service only by
 * whoever administers; without `readsIam` nothing of IAM is read,
 * nor of user pools.
 */
export function neededPolicy(use: Use, readsIam: boolean) {
  const allow = (Sid: string, Action: string[], Condition?: object) => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: '*',
    ...(Condition && { Condition }),
  })
  return {
    Version: '2012-10-17',
    Statement: [
      allow('IdentityPools', neededActions(use)),
      ...(readsIam ? [allow('RolesAndTheirPolicies', OF_IAM)] : []),
      ...(readsIam && use !== 'look' ? [allow('UserPools', OF_USER_POOLS)] : []),
      ...(use === 'administer'
        ? [
            allow('RolesOfPools', ['iam:PassRole'], {
              StringLike: { 'iam:PassedToService': 'cognito-identity*.amazonaws.com*' },
            }),
          ]
        : []),
    ],
  }
}
