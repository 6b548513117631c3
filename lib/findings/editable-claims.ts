import { loginProvider } from '../login-providers/login-provider.ts'

/** What people write about themselves at every provider. */
const profile = new Set(
  'name given_name family_name middle_name nickname preferred_username profile picture website gender birthdate zoneinfo locale address'.split(
    ' ',
  ),
)

/** Also open to an app client's users at a user pool, unless the client was told otherwise. */
const atUserPools = new Set(['email', 'phone_number'])

/**
 * Whether end users can edit a claim themselves. At a user pool every attribute is writable by default, custom ones
 * included; `custom:` is a user pool's prefix.
 */
export function isEditableClaim(provider: string, claim: string): boolean {
  if (profile.has(claim) || claim.startsWith('custom:')) return true
  return loginProvider(provider).kind === 'user-pool' && atUserPools.has(claim)
}
