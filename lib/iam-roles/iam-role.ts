import type { TrustFinding } from './trust-finding.ts'

/** A role that trusts Amazon Cognito, and what is wrong with its trust for either use by one pool. */
export type IamRole = {
  arn: string
  name: string
  authenticated: TrustFinding[]
  unauthenticated: TrustFinding[]
}

/**
 * Part of an account’s roles; `others` are the ARNs of those that do not trust Amazon Cognito. The account is null where
 * it has no roles and nobody says which one it is.
 */
export type IamRolePage = { accountId: string | null; roles: IamRole[]; others: string[]; nextCursor: string | null }
