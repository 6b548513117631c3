import type { TokenFacts } from '#lib/login-tokens/read-token.ts'

/** What was searched for. Of a token only what it says is kept. */
export type Search =
  | { kind: 'id'; id: string }
  | { kind: 'user'; userIdentifier: string; poolId: string }
  | { kind: 'token'; facts: TokenFacts | null }

/** Whether both are for the same person, in whichever pool. */
export const isSameSearch = (one: Search, other: Search): boolean =>
  (one.kind === 'id' && other.kind === 'id' && one.id === other.id) ||
  (one.kind === 'user' && other.kind === 'user' && one.userIdentifier === other.userIdentifier)

const last = new Map<string, Search>()
const listeners = new Set<() => void>()

/**
 * The last search of a connection, for the palette to hand over and for whoever comes back from an identity; gone with
 * the tab, never in the URL.
 */
export const lastSearch = (connectionId: string): Search | null => last.get(connectionId) ?? null

export function keepSearch(connectionId: string, search: Search): void {
  last.set(connectionId, search)
  for (const listener of listeners) listener()
}

/** Tells of every search. Returns the disconnect. */
export function onSearch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
