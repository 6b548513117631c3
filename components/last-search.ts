import { readPasted } from '#lib/pasted/read-pasted.ts'
import type { Pasted, PastedThing } from '#lib/pasted/pasted.ts'

/** What was searched for. It stays in this tab, tokens too. */
export type Search = {
  /** What was read out of what somebody typed. */
  pasted: Pasted
  /** What they mean; null while the text names several things and nobody chose. */
  chosen: PastedThing | null
  /** The only pool to ask for users, or an empty text. */
  poolId: string
}

/** The search that a typed text makes, or null when there is nothing to search for. */
export function searchOf(text: string, poolId = ''): Search | null {
  const pasted = readPasted(text)
  const [first = null, ...others] = pasted.things
  return first === null ? null : { pasted, chosen: others.length === 0 && !pasted.guessed ? first : null, poolId }
}

export const isSameThing = (one: PastedThing, other: PastedThing): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Whether both are for the same person, in whichever pool. */
export const isSameSearch = ({ chosen: one }: Search, { chosen: other }: Search): boolean =>
  one !== null && other !== null && isSameThing(one, other)

/** Who is searched for, in words that quote no token. */
export function subjectOf({ pasted, chosen }: Search): string {
  if (chosen === null) return pasted.guessed ? 'a text that may name somebody' : 'a text that names several'
  if (chosen.kind === 'token') return 'a token'
  if (chosen.kind === 'user') return chosen.userIdentifier
  if (chosen.kind === 'id') return chosen.id
  return chosen.kind === 'uuid' ? chosen.uuid : chosen.text
}

const last = new Map<string, Search>()
const listeners = new Set<() => void>()

/**
 * The last search of a connection, for the palette to hand over and for whoever comes back from an identity; gone with
 * the tab, never in the URL.
 */
export const lastSearch = (connectionId: string): Search | null => last.get(connectionId) ?? null

/** Null forgets it. */
export function keepSearch(connectionId: string, search: Search | null): void {
  if (search) last.set(connectionId, search)
  else last.delete(connectionId)
  for (const listener of listeners) listener()
}

/** Tells of every search. Returns the disconnect. */
export function onSearch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
