import { bounds } from '../core/limits.ts'
import { idsIn, incompleteIdsIn, uuidsIn } from './ids-in-text.ts'
import type { Pasted, PastedThing } from './pasted.ts'
import { namedUsersIn } from './named-users.ts'
import { tokensOf } from './tokens-of.ts'
import { usersIn } from './users-in-text.ts'

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
  const things =
    sure.length > 0 ? distinct([...sure, ...besides(rest, sure)]) : distinct([...partsOfIds(rest), ...users(rest)])
  const mayBeTyped = certain.length === 0 && isIdentifier(text) && text.trim() !== ''
  const [only] = things
  const isFound = things.length === 1 && only?.kind === 'user' && only.userIdentifier === text
  return {
    things,
    exactly: mayBeTyped && !isFound ? text : null,
    tooLong: things.length === 0 && text.trim() !== '' && !isIdentifier(text),
  }
}

const isIdentifier = (text: string) =>
  text.length >= bounds.developerUserIdentifier.min && text.length <= bounds.developerUserIdentifier.max

function partsOfIds(rest: string): PastedThing[] {
  return [
    ...uuidsIn(rest).map((uuid): PastedThing => ({ kind: 'uuid', uuid })),
    ...incompleteIdsIn(rest).map((part): PastedThing => ({ kind: 'incomplete', text: part })),
  ]
}

function users(rest: string): PastedThing[] {
  if (partsOfIds(rest).length > 0) return []
  return usersIn(rest)
    .filter(isIdentifier)
    .map((userIdentifier) => ({ kind: 'user', userIdentifier }))
}

/** Whom a text names beside ids; beside a token nothing is. */
function besides(rest: string, sure: readonly PastedThing[]): PastedThing[] {
  if (sure.some(({ kind }) => kind === 'token')) return []
  return namedUsersIn(rest)
    .filter((user) => isIdentifier(user) && idsIn(user).length === 0 && partsOfIds(user).length === 0)
    .map((userIdentifier) => ({ kind: 'user', userIdentifier }))
}

function distinct(things: readonly PastedThing[]): PastedThing[] {
  const seen = new Map(things.map((thing) => [JSON.stringify(thing), thing]))
  return [...seen.values()]
}
