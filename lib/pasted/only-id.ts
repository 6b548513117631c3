import { EXAMPLE_ID } from '../core/limits.ts'
import type { PastedThing } from './pasted.ts'
import { readPasted } from './read-pasted.ts'

/** The one id in a pasted text, or why there is none to go to. */
export function onlyId(text: string): { identityId: string; reason: null } | { identityId: null; reason: string } {
  const { things } = readPasted(text)
  const ids = things.flatMap((thing) => (thing.kind === 'id' ? [thing.id] : []))
  const [identityId, ...others] = ids
  if (identityId !== undefined && others.length === 0) return { identityId, reason: null }
  return {
    identityId: null,
    reason: ids.length > 0 ? `There are ${ids.length} IDs in this text: paste one.` : noId(things),
  }
}

function noId(things: readonly PastedThing[]): string {
  const [first] = things
  if (first?.kind === 'incomplete') return `This ID is incomplete. A whole one looks like ${EXAMPLE_ID}.`
  if (first?.kind === 'uuid') return `This ID lacks its Region. A whole one looks like ${EXAMPLE_ID}.`
  if (first?.kind === 'token') return 'This is a token, not an identity ID. It was not sent: Find reads it.'
  return `This is not an identity ID. One looks like ${EXAMPLE_ID}.`
}
