import { loginLabel } from '../login-providers/login-label.ts'
import { isolated } from '../core/isolated.ts'
import { readToken } from './read-token.ts'

/**
 * What kind of text was pasted as a token. `access`, `id` and `identity-pool` can be read; `encrypted` is a refresh
 * token or another that only its issuer can read; `opaque` is an access token of a provider that is known by its
 * beginning.
 */
export type TokenKind = 'id' | 'access' | 'identity-pool' | 'encrypted' | 'opaque' | 'saml-assertion' | 'unreadable'

/** A token's kind, and the same for people. */
export type KindOfToken = { kind: TokenKind; label: string }

const OPAQUE: readonly [beginning: RegExp, provider: string][] = [
  [/^EAA[\w-]+$/, 'Facebook'],
  [/^ya29\./, 'Google'],
  [/^Atza\|/, 'Amazon'],
]
/** The Base64 of `<sam`, `<?xml`, `<Asser` and `<Respo`. */
const SAML = /^(?:PHNhbW|PD94bWwg|PEFzc2Vy|PFJlc3Bv)/

export function kindOfToken(token: string): KindOfToken {
  const facts = readToken(token)
  if (facts) {
    const whose = facts.provider === null ? 'nobody named' : isolated(loginLabel(facts.provider))
    if (facts.isOfIdentityPool) return { kind: 'identity-pool', label: 'OpenID token of an identity pool' }
    return facts.isAccessToken
      ? { kind: 'access', label: `Access token of ${whose}` }
      : { kind: 'id', label: `ID token of ${whose}` }
  }
  const [, provider] = OPAQUE.find(([beginning]) => beginning.test(token)) ?? []
  if (provider !== undefined) return { kind: 'opaque', label: `Access token of ${provider}` }
  if (SAML.test(token)) return { kind: 'saml-assertion', label: 'SAML assertion' }
  if (/^eyJ[\w-]*\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return { kind: 'encrypted', label: 'Encrypted token, such as a refresh token' }
  return { kind: 'unreadable', label: 'Nothing that can be read here' }
}
