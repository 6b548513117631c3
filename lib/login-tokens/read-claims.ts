import { tokenClaims } from './read-token.ts'
import type { Claims } from '../roles/claims.ts'
import { loginProvider } from '../login-providers/login-provider.ts'

/** What was pasted: claims, and whether they came in a token. `provider` is the mapping's key that a token's issuer fits. */
export type ClaimsReading =
  | { ok: true; claims: Claims; token: boolean; provider: string | null }
  | { ok: false; message: string }

/** A text without the blanks and the word Bearer around it. */
export const bareToken = (text: string): string => text.trim().replace(/^Bearer\s+/i, '')

/** Reads claims as JSON, or an ID token without checking its signature. Nothing leaves the browser for it. */
export function readClaims(text: string, providers: readonly string[]): ClaimsReading {
  const trimmed = bareToken(text)
  if (trimmed === '') return { ok: true, claims: {}, token: false, provider: null }
  if (!trimmed.startsWith('{') && trimmed.split('.').length === 3) return fromToken(trimmed, providers)
  const claims = record(trimmed)
  if (claims === null)
    return { ok: false, message: 'This is neither a JSON object of claims nor an ID token (three parts with dots).' }
  return { ok: true, claims, token: false, provider: null }
}

function fromToken(token: string, providers: readonly string[]): ClaimsReading {
  const claims = tokenClaims(token)
  if (claims === null) return { ok: false, message: 'This looks like a token, but its middle part holds no claims.' }
  return { ok: true, claims, token: true, provider: providers.find((key) => isIssuedFor(key, claims)) ?? null }
}

/** Whether a token's issuer, and for a user pool its app client, are those of a mapping's key. */
function isIssuedFor(key: string, { iss, aud }: Claims): boolean {
  const { kind, login, clientId } = loginProvider(key)
  if (typeof iss !== 'string' || iss.replace(/^https:\/\//, '') !== login) return false
  return kind !== 'user-pool' || clientId === null || [aud].flat().includes(clientId)
}

function record(text: string): Claims | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
