import { readPasted } from './read-pasted.ts'

/** What a token box holds of what was put into it: the token alone, where one is found in a surrounding. */
export function tokenOfBox(text: string): string {
  const found = readPasted(text).things.find(({ kind }) => kind === 'token')
  if (found?.kind === 'token') return found.token
  return text
    .trim()
    .replace(/^(?:Authorization:\s*)?Bearer\s+/i, '')
    .replace(/^(["'`])(.*)\1[,;]?$/s, '$2')
}
