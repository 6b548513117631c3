import type { TrustFinding } from './trust-finding.ts'

/** A role that trusts Amazon Cognito, and what is wrong with its trust for either use by one pool. */
export type IamRole = {
  arn: string
  name: string
  authenticated: TrustFinding[]
  unauthenticated: TrustFinding[]
}

/** Part of an account’s roles; `others` are the ARNs of those that do not trust Amazon Cognito. */
export type IamRolePage = { roles: IamRole[]; others: string[]; nextCursor: string | null }
