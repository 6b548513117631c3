/**
 * One thing that a pasted text names. `token`: `certain` ones are tokens by what they say, others only look like one.
 * `uuid`: an id that lacks its Region. `incomplete`: the beginning of an id.
 */
export type PastedThing =
  | { kind: 'id'; id: string; isPool: boolean }
  | { kind: 'token'; token: string; certain: boolean }
  | { kind: 'uuid'; uuid: string }
  | { kind: 'incomplete'; text: string }
  | { kind: 'user'; userIdentifier: string }

/** What was read out of a text, each thing once, the surest first. */
export type Pasted = {
  things: PastedThing[]
  /** Nothing says that these users are meant: somebody is to choose, even where there is one. */
  guessed: boolean
  /** The text exactly as typed, where it may be a developer user identifier and is not the one thing found anyway. */
  exactly: string | null
  /** It is too long for an identifier, and nothing in it was recognised. */
  tooLong: boolean
}
