'use client'

import { useSyncExternalStore } from 'react'
import type { PeopleSearchStore, SearchState } from './people-search-store.ts'

const nothing: SearchState = { search: null, isRunning: false, error: null }

/** How a search over all connections stands. */
export const usePeopleSearch = ({ subscribe, get }: PeopleSearchStore): SearchState =>
  useSyncExternalStore(subscribe, get, () => nothing)
