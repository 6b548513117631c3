import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import type { PersonTerm } from '#lib/people/person.ts'
import type { PeopleSearch } from '#lib/people/people-search.ts'
import { searchEverywhere } from '#lib/people/search-everywhere.ts'

/** How a search stands; it goes on while its page is left, and ends with the tab. */
export type SearchState = {
  search: PeopleSearch | null
  isRunning: boolean
  /** Why it could not be begun. */
  error: ErrorShape | null
}

export type PeopleSearchStore = ReturnType<typeof peopleSearchStore>

/** Answers come by the dozen; so often they are drawn. */
const DRAWN_MS = 100

/** One search over all connections at a time, for `useSyncExternalStore`. */
export function peopleSearchStore() {
  let state: SearchState = { search: null, isRunning: false, error: null }
  let running: AbortController | null = null
  let drawing: ReturnType<typeof setTimeout> | null = null
  const listeners = new Set<() => void>()

  const tell = () => {
    if (drawing !== null) clearTimeout(drawing)
    drawing = null
    for (const listener of listeners) listener()
  }
  const set = (next: SearchState) => {
    state = next
    drawing ??= setTimeout(tell, DRAWN_MS)
  }

  return {
    get: (): SearchState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Begins a search in the place of the last one. `connectionIds`: only these. */
    async start(terms: readonly PersonTerm[], connectionIds?: readonly string[]): Promise<void> {
      running?.abort()
      const own = new AbortController()
      running = own
      set({ search: null, isRunning: true, error: null })
      tell()
      try {
        const options = { signal: own.signal, ...(connectionIds ? { connectionIds } : {}) }
        for await (const search of searchEverywhere(terms, options)) {
          if (running === own) set({ search, isRunning: true, error: null })
        }
        if (running === own) set({ ...state, isRunning: false })
      } catch (error) {
        if (running === own) set({ ...state, isRunning: false, error: errorShape(error) })
      }
    },
    stop: () => running?.abort(),
  }
}
