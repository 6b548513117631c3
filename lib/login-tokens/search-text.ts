import { bounds, isId } from '../core/limits.ts'

/** What a pasted text is. A token, even a damaged one, stays in the browser. */
export type SearchText =
  | { kind: 'empty' }
  | { kind: 'id'; id: string }
  | { kind: 'token'; token: string }
  | { kind: 'user'; userIdentifier: string }
  | { kind: 'too-long'; length: number }

const JWT = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/
const TOKEN_START = /^(?:eyJ|EAA|ya29\.|Atza\|)/

export function searchText(pasted: string): SearchText {
  const text = pasted
    .trim()
    .replace(/^(?:Authorization:\s*)?Bearer\s+/i, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
  if (text === '') return { kind: 'empty' }
  if (isId(text)) return { kind: 'id', id: text }
  if (looksLikeToken(text)) return { kind: 'token', token: text }
  const { max } = bounds.developerUserIdentifier
  return text.length > max ? { kind: 'too-long', length: text.length } : { kind: 'user', userIdentifier: text }
}

/** JWTs, and the beginnings of the access tokens of Facebook, Google and Amazon. */
const looksLikeToken = (text: string) => (text.startsWith('eyJ') && text.length > 20) || longToken(text)

const longToken = (text: string) => text.length > 60 && (JWT.test(text) || TOKEN_START.test(text))
