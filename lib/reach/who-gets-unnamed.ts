import { loginLabel } from '../login-providers/login-label.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { canSignIn } from './can-sign-in.ts'
import { isBasicOpen } from './is-basic-open.ts'
import type { Getter } from './who-gets.ts'

/** A role that a pool does not name and that trusts its users or guests. */
export type UnnamedRole = { arn: string; users: boolean; guests: boolean }

/** Who may get roles that a pool does not name: whoever names one in the basic flow, or has it in a token. */
export function whoGetsUnnamed(pool: Pool, roles: RoleSettings, unnamed: readonly UnnamedRole[]): Getter[] {
  const basic = isBasicOpen(pool, roles)
  const byUsers = basic && canSignIn(pool)
  const keys = new Set(providerNames(pool).map(({ key }) => key))
  const byToken = roles.mappings.filter(({ type, provider }) => type === 'Token' && keys.has(provider))
  return unnamed.flatMap(({ arn, users, guests }): Getter[] => {
    const getters: Getter[] = [
      ...(basic && guests && pool.allowUnauthenticated
        ? [{ kind: 'guest-basic' as const, who: 'Guests, by the basic flow', arn }]
        : []),
      ...(byUsers && users
        ? [{ kind: 'choice' as const, who: 'Users who name the role themselves, by the basic flow', arn }]
        : []),
      ...(users
        ? byToken.map(({ provider }) => ({
            kind: 'token' as const,
            who: `Users of ${loginLabel(provider)} whose token names it`,
            arn,
          }))
        : []),
    ]
    return getters.length > 0 ? getters : [{ kind: 'nobody', who: 'Nobody: the pool does not name it', arn }]
  })
}
