import { holdsToken } from '../core/tokens-in-text.ts'

/** Access tokens and keys by how their providers begin them, and the beginning of a token that was cut short. */
const TOKENS = [
  /\beyJ[\w-]{20,}/,
  /\bEAA[A-Za-z0-9]{40,}/,
  /\bya29\.[\w-]{20,}/,
  /\bAtza\|[\w-]{20,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
]
/** A word for a password, and something that stands for its value. */
const PASSWORD = /\b(?:pass(?:word|phrase|code|wort)|passwd|pwd|kennwort|pin|secret)\b\s*(?:is|ist|was|[:=])\s*\S{3,}/i

/** What a note must not hold (`token`), or should not (`password`), as far as its text tells; null when it seems free of both. */
export function secretInText(text: string): 'token' | 'password' | null {
  if (holdsToken(text) || TOKENS.some((token) => token.test(text))) return 'token'
  return PASSWORD.test(text) ? 'password' : null
}
