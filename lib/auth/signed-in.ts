import 'server-only'
import { AppError } from '../core/errors.ts'
import { tokenActor } from './access-tokens.ts'
import type { Actor } from './actor.ts'
import { actorOf } from './persons.ts'
import { sessionBySecret, type BrowserSession } from './sessions.ts'

/** What a request brings that says who asks. */
export type Credentials = { cookie: string | undefined; authorization: string | null }

/** Who asks, and by which session; null of one who comes with a token. */
export type SignedIn = { actor: Actor; session: BrowserSession | null }

/** Who a request comes from; null of nobody known. */
export async function signedIn({ cookie, authorization }: Credentials): Promise<SignedIn | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (token !== undefined) {
    const actor = await tokenActor(token)
    return actor && { actor, session: null }
  }
  const session = cookie === undefined ? null : await sessionBySecret(cookie)
  if (session === null) return null
  const actor = await actorOf(session.personId)
  if (actor === null) return null
  const { sessionId, signedInAt, way } = session
  return { actor: { ...actor, session: { sessionId, signedInAt, way } }, session }
}

export const notSignedIn = (): AppError =>
  new AppError({
    code: 'SIGNED_OUT',
    message: 'You are not signed in, or your session has ended.',
    hint: 'Sign in in another tab, then try again: what you typed stays here.',
  })
