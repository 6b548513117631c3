'use client'

import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import type { Reading } from '#components/reading.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import type { IamRole } from '#lib/iam-roles/iam-role.ts'
import { iamRoles } from '#lib/iam-roles/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { providersNamed } from '#lib/pools/providers-named.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'

type AccountRoles = { accountId: string | null; roles: IamRole[]; others: string[] }

/** What a role field offers: the ARNs that this pool uses, and the roles of IAM, null where IAM is not read. */
export type RoleChoices = { pool: PoolRef; used: string[]; iam: Reading<AccountRoles> | null }

const Context = createContext<RoleChoices | null>(null)

export function useRoleChoices(): RoleChoices {
  const choices = useContext(Context)
  if (!choices) throw new Error('A role field stands inside RoleChoicesProvider')
  return choices
}

/** The id of the list of ARNs that a pool's fields suggest. */
export const USED_ROLES = 'used-roles'

export function RoleChoicesProvider(props: { pool: PoolRef; detail: Pool; roles: RoleSettings; children: ReactNode }) {
  const { pool, detail, roles, children } = props
  const session = useQuery(consoleSession())
  const readsIam = session.data?.connections.find(({ id }) => id === pool.connectionId)?.readsIam ?? false
  const iam = useQuery({ ...iamRoles(pool, [...providersNamed(detail)]), enabled: readsIam })
  const used = usedRoles(roles)
  return (
    <Context value={{ pool, used, iam: readsIam ? iam : null }}>
      {children}
      <datalist id={USED_ROLES}>
        {used.map((arn) => (
          <option key={arn} value={arn} />
        ))}
      </datalist>
    </Context>
  )
}

const usedRoles = ({ authenticated, unauthenticated, mappings }: RoleSettings): string[] => [
  ...new Set(
    [authenticated, unauthenticated, ...mappings.flatMap(({ rules }) => rules.map(({ roleArn }) => roleArn))].filter(
      (arn) => arn !== null,
    ),
  ),
]
