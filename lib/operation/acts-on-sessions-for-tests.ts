import { unwrap } from '../core/result.ts'
import { beginSession } from '../auth/sessions.ts'
import { createAccessToken, endSession, endSessionsOf, revokeAccessToken } from '../sign-in/actions.ts'
import type { OwnAct } from './own-acts-for-tests.ts'

const begun = (personId = 'local') => beginSession({ personId, way: 'link', address: null, agent: null })

const asked = {
  name: 'Nightly',
  role: 'viewer' as const,
  connectionIds: ['test'],
  permissions: ['pools:read' as const],
  days: 1,
}

/** What people do to sessions and to the tokens of programs. */
export const actsOnSessions: Record<string, OwnAct> = {
  endSession: {
    changes: 'session',
    verb: 'delete',
    async prepare() {
      const { sessionId } = await begun()
      return (operationId) => endSession({ sessionId }, operationId)
    },
  },
  endSessionsOf: {
    changes: 'session',
    verb: 'delete',
    async prepare() {
      await begun('person-1')
      return (operationId) => endSessionsOf({ personId: 'person-1' }, operationId)
    },
  },
  createAccessToken: {
    changes: 'access_token',
    verb: 'insert',
    answersText: true,
    prepare: async () => (operationId) => createAccessToken(asked, operationId),
  },
  revokeAccessToken: {
    changes: 'access_token',
    verb: 'update',
    async prepare() {
      const { token } = await unwrap(createAccessToken(asked))
      return (operationId) => revokeAccessToken({ tokenId: token.tokenId }, operationId)
    },
  },
}
