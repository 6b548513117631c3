import { readPasted } from './read-pasted.ts'

/**
 * The one token in a pasted text, without whatever it was copied with; any other text as it is, such as one that holds
 * two of them or a SAML assertion.
 */
export function tokenOf(text: string): string {
  const tokens = readPasted(text).things.flatMap((thing) => (thing.kind === 'token' ? [thing.token] : []))
  const [only] = tokens
  return tokens.length === 1 && only !== undefined ? only : text
}
