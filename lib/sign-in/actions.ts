'use server'

import { listTokens, makeToken, revokeToken, type AccessToken } from '../auth/access-tokens.ts'
import { mostDeleted } from '../auth/most-deleted.ts'
import { may, permissions } from '../auth/permissions.ts'
import { roleOn } from '../auth/role-on.ts'
import { dropSession, dropSessionsOf, sessionsOf } from '../auth/sessions.ts'
import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import { defineAction } from '../operation/define-action.ts'
import type { OwnAccess, ShownSession } from './own-access.ts'
import {
  createAccessTokenInput,
  describeAccessInput,
  endSessionInput,
  endSessionsOfInput,
  listAccessTokensInput,
  listSessionsInput,
  revokeAccessTokenInput,
} from './schema.ts'
import { signOutAddress } from './sign-out-address.ts'
import { shownSessions } from './shown-sessions.ts'
import { tokenNotGiven } from './token-not-given.ts'

const DAY_MS = 86_400_000

/** What the actor may do on each connection, and where they are signed in. */
export const describeAccess = defineAction({
  name: 'DescribeAccess',
  effect: 'read',
  permission: 'sessions:own',
  input: describeAccessInput,
  async run({ actor }): Promise<OwnAccess> {
    const access = config().connections.flatMap((connection) => {
      const role = roleOn(actor, connection)
      if (role === null) return []
      const held = permissions.filter((one) => may(role, one) && (actor.only?.includes(one) ?? true))
      const { id: connectionId, name, readOnly } = connection
      return [{ connectionId, name, role, readOnly, permissions: held, mostDeleted: mostDeleted(connection, role) }]
    })
    const sessions = await shownSessions(await sessionsOf(actor.id), actor)
    return { name: actor.name, role: actor.role, access, sessions }
  },
})

/** Who is signed in, the latest to come first. */
export const listSessions = defineAction({
  name: 'ListSessions',
  effect: 'read',
  permission: 'sessions:manage',
  input: listSessionsInput,
  run: async ({ actor }): Promise<ShownSession[]> => shownSessions(await sessionsOf(null), actor),
})

/**
 * Ends a session of the actor, or of anybody where the actor manages them; its streams end within a second. `leaveBy`:
 * where a provider signs out of itself who has left the session that they are in. Errors: `NOT_FOUND`.
 */
export const endSession = defineAction({
  name: 'EndSession',
  effect: 'write',
  permission: 'sessions:own',
  input: endSessionInput,
  async run({ actor }, { sessionId }): Promise<{ leaveBy: string | null }> {
    const ended = await dropSession(sessionId, may(actor.role, 'sessions:manage') ? null : actor.id)
    if (!ended)
      throw new AppError({ code: 'NOT_FOUND', message: 'There is no such session any more.', hint: 'Reload the list.' })
    const isOwn = actor.session?.sessionId === sessionId
    return { leaveBy: isOwn && actor.session?.way === 'oidc' ? await signOutAddress() : null }
  },
})

/** Ends all sessions of a person. */
export const endSessionsOf = defineAction({
  name: 'EndSessionsOfPerson',
  effect: 'write',
  permission: 'sessions:manage',
  input: endSessionsOfInput,
  async run({ audit }, { personId }): Promise<{ ended: number }> {
    const ended = await dropSessionsOf(personId)
    audit.after({ ended })
    return { ended }
  },
})

/** All tokens of programs, without their secrets. */
export const listAccessTokens = defineAction({
  name: 'ListAccessTokens',
  effect: 'read',
  permission: 'tokens:manage',
  input: listAccessTokensInput,
  run: (): Promise<AccessToken[]> => listTokens(),
})

/**
 * Makes a token for a program. Its secret is answered this once and kept nowhere. Errors: `FORBIDDEN` where the actor
 * has less than the token would.
 */
export const createAccessToken = defineAction({
  name: 'CreateAccessToken',
  effect: 'write',
  permission: 'tokens:manage',
  input: createAccessTokenInput,
  needsFresh: () => true,
  answersText: true,
  async run({ actor, audit }, { days, ...asked }) {
    const refused = tokenNotGiven(asked, actor, config().connections)
    if (refused !== null) throw refused
    const made = await makeToken({ ...asked, endsAt: Date.now() + days * DAY_MS }, actor)
    audit.after({ tokenId: made.token.tokenId })
    return made
  },
})

/** Ends a token at once. Errors: `NOT_FOUND`. */
export const revokeAccessToken = defineAction({
  name: 'RevokeAccessToken',
  effect: 'write',
  permission: 'tokens:manage',
  input: revokeAccessTokenInput,
  async run(_context, { tokenId }) {
    if (!(await revokeToken(tokenId)))
      throw new AppError({ code: 'NOT_FOUND', message: 'This token has ended already.', hint: 'Reload the list.' })
    return {}
  },
})
