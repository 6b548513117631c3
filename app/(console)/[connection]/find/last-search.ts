import type { TokenFacts } from '#lib/login-tokens/read-token.ts'

/** What was searched for. Of a token only what it says is kept. */
export type Search =
  | { kind: 'id'; id: string }
  | { kind: 'user'; userIdentifier: string; poolId: string }
  | { kind: 'token'; facts: TokenFacts | null }

const last = new Map<string, Search>()

/** The last search of a connection, for whoever comes back from an identity; gone with the tab, never in the URL. */
export const lastSearch = (connectionId: string): Search | null => last.get(connectionId) ?? null
export const keepSearch = (connectionId: string, search: Search): void => void last.set(connectionId, search)
