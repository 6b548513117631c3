import { withoutWrapping } from './without-wrapping.ts'

/** Damaged JWTs, the access tokens of Facebook, Google and Amazon, and SAML assertions. */
const LIKELY =
  /(?<![\w.-])(?:eyJ[\w-]{17,}(?:\.[\w-]*)*|EAA[\w-]{57,}|ya29\.[\w-]{40,}|Atza\|[\w+/=%-]{40,}|(?:PHNhbW|PD94bWwg|PEFzc2Vy|PFJlc3Bv)[\w+/=]{50,})/g
const DOTTED = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/
const LONG = 60

/** What looks like a token and does not say that it is one. */
export function likelyTokensIn(text: string): string[] {
  const found = text.match(LIKELY) ?? []
  if (found.length > 0) return found
  const bare = withoutWrapping(text)
  return bare.length > LONG && DOTTED.test(bare) ? [bare] : []
}
