import { loginLabel } from '../login-providers/login-label.ts'
import type { RoleSettings } from './pool-roles.ts'

/** What a change takes away from users, one sentence each. */
export function roleConsequences(before: RoleSettings, after: RoleSettings, guestsAllowed: boolean): string[] {
  const kept = new Set(after.mappings.map(({ provider }) => provider))
  const removed = before.mappings.filter(({ provider }) => !kept.has(provider))
  return [
    ...(before.authenticated && !after.authenticated
      ? ['Users who signed in get no credentials where no mapping gives them a role.']
      : []),
    ...(before.unauthenticated && !after.unauthenticated && guestsAllowed ? ['Guests get no credentials.'] : []),
    ...removed.map(({ provider }) => `Users of ${loginLabel(provider)} get the authenticated role.`),
  ]
}
