import { isolated } from '../core/isolated.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { finding, type TrustFinding, type TrustUse } from './trust-finding.ts'
import type { TrustStatement } from './trust-policy.ts'
import { sentence, unsentKeys } from './unsent-keys.ts'
import { whoTakes, type Asked } from './who-takes.ts'

const who = { authenticated: 'users who signed in', unauthenticated: 'guests' }

/** Why a pool's users of a kind cannot take a role: keys that are never sent, and what is wrong even without them. */
export function whyRefused(own: TrustStatement[], asked: Asked, users: TrustUse['users']): TrustFinding[] {
  const keys = unsentKeys(own, asked.names).filter(({ blocks }) => blocks)
  const somebody = Object.values(whoTakes(own, asked)).some((sessions) => sessions.length > 0)
  const effect = somebody ? `${who[users]} cannot take this role` : 'nobody can take this role'
  const found = keys.map(({ key }) => finding('key', 'blocks', sentence(key, asked.names, effect)))
  const lenient = whoTakes(own, { ...asked, lenient: true })
  const taken = users === 'authenticated' ? lenient.users : lenient.guests
  return taken.length > 0 && found.length > 0 ? found : [...found, refusal(own, { ...asked, lenient: true }, users)]
}

function refusal(own: TrustStatement[], asked: Asked, users: TrustUse['users']): TrustFinding {
  const anybody = whoTakes(own, { ...asked, providers: null }).users
  const { guests } = whoTakes(own, asked)
  if (anybody.length === 0 && guests.length === 0)
    return finding('pool', 'blocks', 'It does not trust this pool: its aud condition names others.')
  const strange = anybody.every(({ amr }) => amr.length > 1) ? anybody[0]?.amr[1] : undefined
  if (users === 'authenticated' && strange !== undefined)
    return finding(
      'provider',
      'blocks',
      `It lets in only users of ${isolated(loginLabel(strange))}, which is no login provider of this pool: none of its users can take it.`,
    )
  if (users === 'authenticated' && anybody.length > 0)
    return finding(
      'users',
      'blocks',
      'It does not let users who signed in in: the service names their login provider beside authenticated, and its amr condition asks that of all values. Use ForAnyValue.',
    )
  return finding('users', 'blocks', `It does not let ${who[users]} in: its amr condition leaves out ${users}.`)
}
