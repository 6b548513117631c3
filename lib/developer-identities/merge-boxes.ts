import { isId } from '../core/limits.ts'
import type { LookupKey } from './developer-identity.ts'

/** A box that names one side of a merge. `exact`: a button filled it in, so nothing of it is left out, blanks included. */
export type MergeBox = { text: string; exact: boolean }

/** Whose identity stays, and whose is moved into it. */
export type MergeBoxes = { destination: MergeBox; source: MergeBox }

/** What was compared: the sides that the boxes named at that moment. */
export type ComparedSides = { destination: LookupKey; source: LookupKey }

export const emptyBox: MergeBox = { text: '', exact: false }

/** Whom a box names; null when it is empty. */
export function sideOfBox({ text, exact }: MergeBox): LookupKey | null {
  const named = exact ? text : text.trim()
  if (named === '') return null
  return isId(named) ? { identityId: named } : { userIdentifier: named }
}

/** A box in which this text stands by now; one line cannot hold the line ends of an identifier. */
export const withText = (box: MergeBox, text: string): MergeBox =>
  text === box.text.replaceAll(/[\r\n]/g, '') ? box : { text, exact: false }
