import { loginProvider } from '../login-providers/login-provider.ts'

/** The claims of a login token, or the attributes of a SAML assertion. */
export type Claims = Readonly<Record<string, unknown>>

/** What role rules see of a token: of Facebook's and Amazon's only `iss`, `aud` and `sub`. */
export function visibleClaims(provider: string, claims: Claims): Claims {
  const { claims: few } = loginProvider(provider)
  return few === null ? claims : Object.fromEntries(Object.entries(claims).filter(([name]) => few.includes(name)))
}

/**
 * The text of a claim that a rule tests, null when the claim is not there. The service does not document how it reads a
 * list; here its values count joined by commas, and `several` says that there is more than one.
 */
export function claimText(claims: Claims, name: string): { text: string; several: boolean } | null {
  if (!Object.hasOwn(claims, name)) return null
  const value = claims[name]
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) return { text: textOf(value), several: false }
  return { text: value.map(textOf).join(','), several: value.length > 1 }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
