import { bounds } from '../core/limits.ts'
import { idsIn, incompleteIdsIn, uuidsIn } from './ids-in-text.ts'
import type { Pasted, PastedThing } from './pasted.ts'
import { namedUsersIn } from './named-users.ts'
import { tokensOf } from './tokens-of.ts'
import { isName, usersIn } from './users-in-text.ts'
import { withoutWrapping } from './without-wrapping.ts'

/** Characters that are read; who pastes more pastes a whole log. */
const MOST = 200_000

/**
 * What a pasted text names, in whatever it was copied from: a line of a log, JSON, a command, an address, a header.
 * A text that holds a token is never an identifier, and neither is what stands beside the token.
 */
export function readPasted(text: string): Pasted {
  const read = text.slice(0, MOST)
  const { certain, likely, rest } = tokensOf(read)
  const sure = distinct([
    ...idsIn(rest).map((id): PastedThing => ({ kind: 'id', ...id })),
    ...certain.map((token): PastedThing => ({ kind: 'token', token, certain: true })),
    ...likely.map((token): PastedThing => ({ kind: 'token', token, certain: false })),
  ])
  const { users, guessed } = sure.length > 0 ? { users: besides(rest, sure), guessed: false } : usersAlone(rest)
  const things = distinct([...sure, ...(sure.length > 0 ? [] : partsOfIds(rest)), ...users])
  const mayBeTyped = certain.length === 0 && isIdentifier(text) && text.trim() !== ''
  const [only] = things
  const isFound = things.length === 1 && only?.kind === 'user' && only.userIdentifier === text
  return {
    things,
    guessed: guessed && things.length > 0,
    exactly: mayBeTyped && !isFound ? text : null,
    tooLong: things.length === 0 && text.trim() !== '' && !isIdentifier(text),
  }
}

/** A value of a list, of which nobody is asked what is meant: a name is read as one. */
export function readListed(text: string): Pasted {
  const pasted = readPasted(text)
  const bare = withoutWrapping(text)
  return pasted.guessed && isName(bare) && isIdentifier(bare)
    ? { ...pasted, things: [asThing(bare)], guessed: false }
    : pasted
}

const isIdentifier = (text: string) =>
  text.length >= bounds.developerUserIdentifier.min && text.length <= bounds.developerUserIdentifier.max

function partsOfIds(rest: string): PastedThing[] {
  return [
    ...uuidsIn(rest).map((uuid): PastedThing => ({ kind: 'uuid', uuid })),
    ...incompleteIdsIn(rest).map((part): PastedThing => ({ kind: 'incomplete', text: part })),
  ]
}

/** By this an error of AWS tells its kind in JSON; such an answer names nobody by an identifier of theirs. */
const AWS_ERROR = /"__type"\s*:/

function usersAlone(rest: string): { users: PastedThing[]; guessed: boolean } {
  if (partsOfIds(rest).length > 0 || AWS_ERROR.test(rest)) return { users: [], guessed: false }
  const { users, guessed } = usersIn(rest)
  return { users: users.filter(isIdentifier).map(asThing), guessed }
}

const asThing = (userIdentifier: string): PastedThing => ({ kind: 'user', userIdentifier })

/** Whom a text names beside ids; beside a token nothing is. */
function besides(rest: string, sure: readonly PastedThing[]): PastedThing[] {
  if (sure.some(({ kind }) => kind === 'token')) return []
  return namedUsersIn(rest)
    .filter((user) => isIdentifier(user) && idsIn(user).length === 0 && partsOfIds(user).length === 0)
    .map(asThing)
}

function distinct(things: readonly PastedThing[]): PastedThing[] {
  const seen = new Map(things.map((thing) => [JSON.stringify(thing), thing]))
  return [...seen.values()]
}
