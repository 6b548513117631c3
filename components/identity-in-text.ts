import type { QueryClient } from '@tanstack/react-query'
import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import { identityPath } from '#lib/core/paths.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { onlyId } from '#lib/pasted/only-id.ts'

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

function sentence(identityId: string, { code, message, awsName, hint }: ErrorShape): string {
  if (code === 'NOT_FOUND' && awsName)
    return `This connection has no identity ${identityId}. It may have been deleted, or be in another connection.`
  return [awsName && `${awsName}:`, message, hint].filter(Boolean).join(' ')
}
