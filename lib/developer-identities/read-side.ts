import { readToken } from '../login-tokens/read-token.ts'
import type { PastedThing } from '../pasted/pasted.ts'
import { readPasted } from '../pasted/read-pasted.ts'
import { regionOfId } from '../core/limits.ts'
import type { LookupKey } from './developer-identity.ts'

/** What a text names as one side of a merge. `exactly`: the text as it is, where it may be meant so. */
export type SideReading =
  | { kind: 'empty' }
  | { kind: 'side'; key: LookupKey; exactly: LookupKey | null }
  | { kind: 'choice'; keys: LookupKey[] }
  | { kind: 'refused'; why: string }

/** Reads whatever was pasted: an identity ID, a user, an identity pool's own token, or any text that holds one of them. */
export function readSide(text: string, poolId: string): SideReading {
  if (text.trim() === '') return { kind: 'empty' }
  const { things, guessed, exactly, tooLong } = readPasted(text)
  const keys = things.flatMap((thing) => keyOf(thing, poolId) ?? [])
  const asTyped = exactly === null ? null : { userIdentifier: exactly }
  const [only] = keys
  if (only && keys.length === 1 && !guessed) return { kind: 'side', key: only, exactly: asTyped }
  if (keys.length > 0) return { kind: 'choice', keys: asTyped ? [...keys, asTyped] : keys }
  if (things.some(({ kind }) => kind === 'token')) return { kind: 'refused', why: TOKEN }
  if (tooLong) return { kind: 'refused', why: TOO_LONG }
  if (things.some(({ kind }) => kind === 'id')) return { kind: 'refused', why: POOL }
  if (asTyped) return { kind: 'side', key: asTyped, exactly: null }
  return { kind: 'refused', why: INCOMPLETE }
}

const TOKEN =
  'This is a token, and names nobody by itself; it was sent nowhere. Find tells which identity it signs in to.'
const TOO_LONG = 'This is too long for a user, and nothing in it was recognised. It was sent nowhere.'
const POOL = 'This is the ID of a pool. Give an identity ID or a developer user identifier.'
const INCOMPLETE = 'This is only a part of an identity ID. Give all of it, or a developer user identifier.'

function keyOf(thing: PastedThing, poolId: string): LookupKey | null {
  if (thing.kind === 'user') return { userIdentifier: thing.userIdentifier }
  if (thing.kind === 'uuid') return { identityId: `${regionOfId(poolId)}:${thing.uuid}` }
  if (thing.kind === 'id') return thing.isPool || thing.id === poolId ? null : { identityId: thing.id }
  const identity = thing.kind === 'token' ? readToken(thing.token)?.identity : null
  return identity ? { identityId: identity.identityId } : null
}
