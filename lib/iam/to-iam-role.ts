import 'server-only'
import type { Role } from '@aws-sdk/client-iam'
import type { IamRole } from './iam-role.ts'
import { judgeTrust } from './judge-trust.ts'

/** A role as a pool may use it. */
export function toIamRole({ Arn = '', RoleName = '', AssumeRolePolicyDocument = '' }: Role, poolId: string): IamRole {
  const judged = (users: 'authenticated' | 'unauthenticated') => judgeTrust(AssumeRolePolicyDocument, { poolId, users })
  return {
    arn: Arn,
    name: RoleName,
    authenticated: judged('authenticated'),
    unauthenticated: judged('unauthenticated'),
  }
}
