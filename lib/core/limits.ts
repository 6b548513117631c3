/** Patterns, bounds and quotas of the Amazon Cognito Identity API (2014-06-30). Patterns match the whole value. */
export const patterns = {
  id: /^[\w-]+:[0-9a-f-]+$/,
  poolName: /^[\w\s+=,.@-]+$/,
  developerProviderName: /^[\w._-]+$/,
  clientId: /^[\w_]+$/,
  loginProviderValue: /^[\w.;_/-]+$/,
  roleArn: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  claim: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u,
} as const

export const bounds = {
  id: { min: 1, max: 55 },
  poolName: { min: 1, max: 128 },
  developerProviderName: { min: 1, max: 128 },
  arn: { min: 20, max: 2048 },
  userPoolProviderName: { min: 1, max: 128 },
  clientId: { min: 1, max: 128 },
  loginProviderName: { min: 1, max: 128 },
  loginProviderValue: { min: 1, max: 128 },
  /** Entries of `SupportedLoginProviders`. */
  loginProviders: { max: 10 },
  /** User pool clients of one pool; a quota that AWS raises on request. */
  userPools: { max: 50 },
  claim: { min: 1, max: 64 },
  claimValue: { min: 1, max: 128 },
  mappingProvider: { min: 1, max: 128 },
  /** Providers with role mappings. */
  mappings: { max: 10 },
  /** Rules of one provider: what AWS documents. */
  rules: { max: 25 },
  /** Rules of one provider that the service's model takes; whether it does is its own decision. */
  modelledRules: { max: 400 },
  /** Attributes for access control of one provider. */
  principalTags: { max: 50 },
  principalTagKey: { min: 1, max: 128 },
  principalTagClaim: { min: 1, max: 256 },
  /** Tags of one pool that are the account's own: those of AWS do not count. */
  tags: { max: 50 },
  tagKey: { min: 1, max: 128 },
  tagValue: { min: 0, max: 256 },
  paginationKey: { min: 1, max: 65_535 },
  developerUserIdentifier: { min: 1, max: 1024 },
  loginToken: { min: 1, max: 50_000 },
  /** Logins of one identity, developer user identifiers included. */
  linkedLogins: { max: 20 },
  /** `MaxResults` of a list, and ids in one `DeleteIdentities`. */
  page: { min: 1, max: 60 },
} as const

export const PAGE_SIZE = bounds.page.max

/** Published default quotas, calls a second per account and Region. */
export const defaultQuotas: Readonly<Record<string, number>> = {
  GetId: 25,
  GetOpenIdToken: 200,
  GetCredentialsForIdentity: 200,
  GetOpenIdTokenForDeveloperIdentity: 50,
  ListIdentities: 5,
  DeleteIdentities: 10,
  TagResource: 5,
  UntagResource: 5,
  ListTagsForResource: 10,
}

export const EXAMPLE_ID = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'

/** Whether a text has the form of an identity pool id or identity id; the two are alike. */
export const isId = (text: string): boolean => text.length <= bounds.id.max && patterns.id.test(text)

/** The Region that an id names: its own prefix. */
export const regionOfId = (id: string): string => id.slice(0, id.indexOf(':'))

/** Lifeguard's own bound of a reason or ticket number. */
export const REASON_MAX = 500
