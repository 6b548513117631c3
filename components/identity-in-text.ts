import type { QueryClient } from '@tanstack/react-query'
import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import { EXAMPLE_ID } from '#lib/core/limits.ts'
import { identityPath } from '#lib/core/paths.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { PastedThing } from '#lib/pasted/pasted.ts'
import { readPasted } from '#lib/pasted/read-pasted.ts'

type Found = { path: string; problem: null } | { path: null; problem: string }

/** Where the one identity that a text names is, once the service has told that it is there, or why one cannot go there. */
export async function identityInText(text: string, connectionId: string, client: QueryClient): Promise<Found> {
  const { identityId, reason } = onlyId(text)
  if (identityId === null) return { path: null, problem: reason }
  try {
    await client.query({ ...identityDetail({ connectionId, identityId }), staleTime: 0 })
    return { path: identityPath({ connectionId, identityId }), problem: null }
  } catch (error) {
    return { path: null, problem: sentence(identityId, errorShape(error)) }
  }
}

/** The one id in a pasted text, or why there is none to go to. */
function onlyId(text: string): { identityId: string; reason: null } | { identityId: null; reason: string } {
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

function sentence(identityId: string, { code, message, awsName, hint }: ErrorShape): string {
  if (code === 'NOT_FOUND' && awsName)
    return `This connection has no identity ${identityId}. It may have been deleted, or be in another connection.`
  return [awsName && `${awsName}:`, message, hint].filter(Boolean).join(' ')
}
