'use client'

import { useEffect, useRef, useState } from 'react'
import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { askAgain } from '#lib/erasure/ask-again.ts'
import { personAsker } from '#lib/erasure/ask-everywhere.ts'
import type { PersonSearch } from '#lib/erasure/person-search.ts'
import type { PersonKeys } from '#lib/erasure/read-person.ts'
import { searchPerson } from '#lib/erasure/search-person.ts'

/** A search as it stands. `keys` are those that it began with. */
export type SearchState = {
  keys: PersonKeys
  running: boolean
  search: PersonSearch | null
  failure: ErrorShape | null
}

/** The search of a person on all connections, one at a time; a new one ends what is shown of the one before. */
export function usePersonSearch(session: ConsoleSession | undefined) {
  const [state, setState] = useState<SearchState | null>(null)
  const latest = useRef(0)
  useEffect(() => () => void (latest.current += 1), [])

  async function start(keys: PersonKeys, earlier: PersonSearch | null = null) {
    const number = (latest.current += 1)
    const update = (change: Partial<SearchState>) => {
      if (latest.current === number) setState((before) => before && { ...before, ...change })
    }
    setState({ keys, running: true, search: earlier, failure: null })
    const connections = session?.connections ?? []
    const changed = (search: PersonSearch) => update({ search })
    try {
      const search = earlier
        ? await askAgain(connections, earlier, personAsker(), changed)
        : await searchPerson(connections, keys, personAsker(), changed)
      update({ running: false, search })
    } catch (error) {
      update({ running: false, failure: errorShape(error) })
    }
  }
  return {
    state,
    start: (keys: PersonKeys) => void start(keys),
    /** Asks the places once more that failed. */
    again: () => {
      if (state?.search && !state.running) void start(state.keys, state.search)
    },
    forget: () => {
      latest.current += 1
      setState(null)
    },
  }
}
