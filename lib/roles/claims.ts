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

/** The texts of a claim that a rule may match, one for each element of a list; null when the claim is not there. */
export function claimTexts(claims: Claims, name: string): string[] | null {
  if (!Object.hasOwn(claims, name)) return null
  const value = claims[name]
  if (value === undefined || value === null) return null
  return (Array.isArray(value) ? value : [value]).map(textOf)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
