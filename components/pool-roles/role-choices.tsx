'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { IamRole } from '#lib/iam-roles/iam-role.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import type { Reading } from '../reading.ts'

type AccountRoles = { accountId: string | null; roles: IamRole[]; others: string[] }

/** What a role field offers: the ARNs that are in use, and the roles of IAM, null where IAM is not read. */
type RoleChoices = { used: string[]; iam: Reading<AccountRoles> | null }

const Context = createContext<RoleChoices | null>(null)

export function useRoleChoices(): RoleChoices {
  const choices = useContext(Context)
  if (!choices) throw new Error('A role field stands inside RoleChoicesOf')
  return choices
}

/** The id of the list of ARNs that a pool's fields suggest. */
export const USED_ROLES = 'used-roles'

/** Fields that suggest the roles in use. */
export function RoleChoicesOf({ used, iam, children }: RoleChoices & { children: ReactNode }) {
  return (
    <Context value={{ used, iam }}>
      {children}
      <datalist id={USED_ROLES}>
        {used.map((arn) => (
          <option key={arn} value={arn} />
        ))}
      </datalist>
    </Context>
  )
}

export const usedRoles = ({ authenticated, unauthenticated, mappings }: RoleSettings): string[] => [
  ...new Set(
    [authenticated, unauthenticated, ...mappings.flatMap(({ rules }) => rules.map(({ roleArn }) => roleArn))]
      .map((arn) => arn ?? '')
      .filter((arn) => arn !== ''),
  ),
]
