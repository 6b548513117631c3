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
  /** What it is done to, where those are no identities, and what each is called by its id. */
  things?: { head: string; nameOf: (id: string) => string }
  /** It destroys nothing: none of it is red. */
  harmless?: boolean
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
