import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts'
import type { QueryOperation } from './define-query-operation.ts'
import { getCallerIdentity } from './get-caller-identity.ts'
import { policyOperations } from './policies.ts'
import { policyVersionOperations } from './policy-versions.ts'
import { providerOperations } from './providers.ts'
import { rolePolicyOperations } from './role-policies.ts'
import { roleOperations } from './roles.ts'
import { simulatePrincipalPolicy } from './simulate-principal-policy.ts'
import { tagOperations } from './tags.ts'

/** What there is of IAM (API version 2010-05-08) and STS (2011-06-15). */
export const queryOperations: readonly QueryOperation[] = [
  ...roleOperations,
  ...rolePolicyOperations,
  ...policyOperations,
  ...policyVersionOperations,
  ...tagOperations,
  ...providerOperations,
  simulatePrincipalPolicy,
  getCallerIdentity,
  assumeRoleWithWebIdentity,
]
