import { queryOptions } from '@tanstack/react-query'
import { everyPage } from '../core/every-page.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { describeRoleTrust, listRoles } from './actions.ts'
import type { IamRole } from './iam-role.ts'

const FIVE_MINUTES = 300_000

/** All roles of a pool's account that trust Amazon Cognito, judged for its login providers, and the ARNs of the others. */
export const iamRoles = (pool: PoolRef, providers: string[]) =>
  queryOptions({
    queryKey: ['iam', pool.connectionId, 'roles', pool.poolId, providers] as const,
    queryFn: async () => {
      let accountId: string | null = null
      const roles: IamRole[] = []
      const others: string[] = []
      for await (const page of everyPage((cursor) => unwrap(listRoles({ pool, providers, cursor })))) {
        accountId ??= page.accountId
        roles.push(...page.roles)
        others.push(...page.others)
      }
      return { accountId, roles, others }
    },
    staleTime: FIVE_MINUTES,
  })

/** The trust policy of one role, null where the account has no such role. */
export const roleTrustDocument = (pool: PoolRef, roleArn: string) =>
  queryOptions({
    queryKey: ['iam', pool.connectionId, 'trust', pool.poolId, roleArn] as const,
    queryFn: () => unwrap(describeRoleTrust({ pool, roleArn })),
  })
