'use client'

import { useUrlSearch } from '../use-url-search.ts'

/** What an entry of the browser's history says of itself where a press opened the panel: Back closes it. */
const MARK = { isDetails: true }

/** Which row of a list the side panel shows, by its key: it stands in the address. */
export function useDetails(): Details {
  const [search, write] = useUrlSearch()
  const key = search.get('details')
  const queryWith = (next: string | null) => {
    const query = new URLSearchParams(search)
    if (next === null) query.delete('details')
    else query.set('details', next)
    return query.size > 0 ? `?${query.toString().replaceAll('%3A', ':')}` : ''
  }
  return {
    key,
    hrefOf: queryWith,
    wasPressed,
    show(next) {
      if (next === key) document.querySelector<HTMLElement>('#details-title')?.focus()
      else write(queryWith(next), { push: key === null, mark: key === null || wasPressed() ? MARK : null })
    },
    close() {
      if (wasPressed()) window.history.back()
      else write(queryWith(null))
    },
  }
}

export type Details = {
  /** Null while the panel is closed. */
  key: string | null
  /** The address's query with the panel open at a row. */
  hrefOf: (key: string) => string
  /** Opens the panel, or steps to another row; where it shows that row, it takes the focus. */
  show: (key: string) => void
  close: () => void
  /** Whether a press on this page opened it, not the address. */
  wasPressed: () => boolean
}

function wasPressed(): boolean {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'isDetails' in state
}
