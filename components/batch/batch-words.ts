/** What a batch does, in words. */
export type BatchWords = {
  /** "Delete" */
  verb: string
  /** "deletion" */
  noun: string
  /** "deleted" */
  past: string
  /** So many of what it is done to: "2 identities". */
  count: (count: number) => string
  /** "Identities that were not deleted" */
  left: string
  /** "Identities that may or may not be deleted" */
  open: string
  /** What the codes mean that the service refuses with. */
  meanings: Readonly<Record<string, string>>
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
