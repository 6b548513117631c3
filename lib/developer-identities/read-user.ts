import { bounds } from '../core/limits.ts'
import { readPasted } from '../pasted/read-pasted.ts'

/** A box that names one user to act on. `meant`: a button put the text there, so that nothing in it is read. */
export type UserBox = { text: string; meant: boolean }

/** Whom a box names. `choice`: others than what was typed, which may be meant as it stands unless it is too long. */
export type UserReading =
  | { kind: 'empty' }
  | { kind: 'user'; userIdentifier: string }
  | { kind: 'choice'; users: string[]; exactly: string | null }
  | { kind: 'refused'; why: string }

export const noUser: UserBox = { text: '', meant: false }

/** Whom a box names; blanks around what was typed are left out. */
export function readUser({ text, meant }: UserBox): UserReading {
  const typed = text.trim()
  if (typed === '') return { kind: 'empty' }
  if (meant) return { kind: 'user', userIdentifier: text }
  const { things, guessed, exactly, tooLong } = readPasted(text)
  if (tooLong) return { kind: 'refused', why: TOO_LONG }
  if (exactly === null && things.some(({ kind }) => kind === 'token')) return { kind: 'refused', why: TOKEN }
  const users = things.flatMap((thing) => (thing.kind === 'user' ? [thing.userIdentifier] : []))
  const others = users.filter((user) => user !== typed)
  const isOther = guessed || others.length > 0 || things.some(({ kind }) => kind === 'id' || kind === 'token')
  if (!isOther) return { kind: 'user', userIdentifier: typed }
  return { kind: 'choice', users: others, exactly: typed.length <= bounds.developerUserIdentifier.max ? typed : null }
}

/** The user that a box names beyond doubt, or an empty text. */
export function userOf(box: UserBox): string {
  const reading = readUser(box)
  return reading.kind === 'user' ? reading.userIdentifier : ''
}

const TOKEN = 'This holds a token, and a token is no identifier. It was sent nowhere.'
const TOO_LONG = 'This is too long for an identifier, and nothing in it was recognised.'
