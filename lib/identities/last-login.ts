import { AppError } from '../core/errors.ts'
import type { Identity } from './identity.ts'

/** Whether taking one login away leaves the identity with none, which disables it for good. */
export const isLastLogin = ({ logins }: Identity, login: string): boolean => logins.length === 1 && logins[0] === login

/** The same for one user of the developer provider, which is a login as long as any of its users is left. */
export const isLastUser = (identity: Identity, users: readonly string[], providerName: string, user: string): boolean =>
  isLastLogin(identity, providerName) && users.length === 1 && users[0] === user

/** Nobody disables an identity, or fails to, without having been told. Errors: `CONFLICT`. */
export function requireConsent(disables: boolean, told: boolean): void {
  if (disables === told) return
  throw new AppError({
    code: 'CONFLICT',
    message: disables
      ? 'This has become the last login of the identity: unlinking it would disable the identity. Nothing was changed.'
      : 'The identity has other logins by now: unlinking this one would not disable it. Nothing was changed.',
    hint: 'Look at the logins as they are now, then decide again.',
  })
}
