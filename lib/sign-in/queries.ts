import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../core/result.ts'
import { writing } from '../operation/write.ts'
import {
  createAccessToken,
  describeAccess,
  endSession,
  endSessionsOf,
  listAccessTokens,
  listSessions,
  revokeAccessToken,
} from './actions.ts'

/** What the actor may do, and where they are signed in. */
export const ownAccess = () =>
  queryOptions({ queryKey: ['sessions', 'own'] as const, queryFn: () => unwrap(describeAccess({})) })

export const allSessions = () =>
  queryOptions({ queryKey: ['sessions', 'all'] as const, queryFn: () => unwrap(listSessions({})) })

export const accessTokens = () =>
  queryOptions({ queryKey: ['access-tokens'] as const, queryFn: () => unwrap(listAccessTokens({})) })

export const sessionEnd = writing(endSession)
export const sessionsEnd = writing(endSessionsOf)
export const tokenCreation = writing(createAccessToken)
export const tokenRevocation = writing(revokeAccessToken)
