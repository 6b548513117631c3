import type { LookupKey } from './developer-identity.ts'
import { readSide, type SideReading } from './read-side.ts'

/** A box that names one side of a merge. `key`: whom a button put into it, so that nothing in its text is read. */
export type MergeBox = { text: string; key: LookupKey | null }

/** Whose identity stays, and whose is moved into it. */
export type MergeBoxes = { destination: MergeBox; source: MergeBox }

/** What was compared: the sides that the boxes named at that moment. */
export type ComparedSides = { destination: LookupKey; source: LookupKey }

export const emptyBox: MergeBox = { text: '', key: null }

export const sideName = (key: LookupKey): string => ('userIdentifier' in key ? key.userIdentifier : key.identityId)

/** A box with somebody in it, by the name that they were found by. */
export const boxWith = (key: LookupKey): MergeBox => ({ text: sideName(key), key })

/** Whom a box names. */
export const readBox = ({ text, key }: MergeBox, poolId: string): SideReading =>
  key === null ? readSide(text, poolId) : { kind: 'side', key, exactly: null }

/** A box in which this text stands by now; one line cannot hold the line ends of an identifier. */
export const withText = (box: MergeBox, text: string): MergeBox =>
  text === box.text.replaceAll(/[\r\n]/g, '') ? box : { text, key: null }
