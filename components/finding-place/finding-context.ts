import { createContext } from 'react'

/** Where in a form an address leads, and what a finding says of it. */
export type PlacedFinding = {
  /** The path of the field; null for none. */
  place: string | null
  /** The finding's title; null where the address only names a place. */
  title: string | null
  /** What the form proposes for it, or what to do. */
  text: string
  /** The place is no longer what it was. */
  forget: () => void
}

export const FindingContext = createContext<PlacedFinding>({ place: null, title: null, text: '', forget: () => {} })
