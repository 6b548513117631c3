import { readPasted } from './read-pasted.ts'

/** What a token box holds of what was put into it: the token alone, where one and no other is found in a surrounding. */
export function tokenOfBox(text: string): string {
  const tokens = readPasted(text).things.flatMap((thing) => (thing.kind === 'token' ? [thing.token] : []))
  const [only] = tokens
  if (only !== undefined && tokens.length === 1) return only
  return text
    .trim()
    .replace(/^(?:Authorization:\s*)?Bearer\s+/i, '')
    .replace(/^(["'`])(.*)\1[,;]?$/s, '$2')
}
