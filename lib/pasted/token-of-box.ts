import { tokensOf } from './tokens-of.ts'

/** What a token box holds of what was put into it: the token alone, where one and no other is found in a surrounding. */
export function tokenOfBox(text: string): string {
  const { certain, likely } = tokensOf(text)
  const [only, ...others] = new Set([...certain, ...likely])
  if (only !== undefined && others.length === 0) return only
  return text
    .trim()
    .replace(/^(?:Authorization:\s*)?Bearer\s+/i, '')
    .replace(/^(["'`])(.*)\1[,;]?$/s, '$2')
}
