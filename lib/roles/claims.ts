/** The claims of a login token, or the attributes of a SAML assertion. */
export type Claims = Readonly<Record<string, unknown>>

/** Providers of whose tokens role rules see nothing but these claims. */
const fewClaims: readonly string[] = ['graph.facebook.com', 'www.amazon.com']
const FEW = ['iss', 'aud', 'sub']

/** What role rules see of a token: of Facebook's and Amazon's only `iss`, `aud` and `sub`. */
export function visibleClaims(provider: string, claims: Claims): Claims {
  if (!fewClaims.includes(provider)) return claims
  return Object.fromEntries(Object.entries(claims).filter(([name]) => FEW.includes(name)))
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
