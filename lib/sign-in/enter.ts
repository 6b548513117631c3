import 'server-only'
import { recordEvent, type AuditActor } from '../audit/record.ts'
import { actorOf, keepPerson, type Claimed } from '../auth/persons.ts'
import { beginSession, dropSessionBySecret, dropSessionsOf } from '../auth/sessions.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store } from '../db/open.ts'
import { useUpLink } from './links.ts'

/** `earlier`: the secret of the session that the browser had, which ends with the new one. */
type Browser = { address: string | null; agent: string | null; earlier?: string | undefined }

/** Whoever is not known yet, as the audit names them. */
const NOBODY: AuditActor = { id: 'nobody', name: 'Somebody who is not signed in', role: 'none' }

/** Signs in with a link: the link is used up, the session begins and the audit tells of it, all or nothing. */
export async function enterByLink(
  secret: string,
  { earlier, ...browser }: Browser,
  db = store(),
): Promise<string | null> {
  return inTransaction(db, async (transaction) => {
    const link = await useUpLink(secret, transaction)
    const actor = link && (await actorOf(link.personId, transaction))
    if (!link || !actor) {
      await recordFailure('The link was used up, too old or none of this console.', transaction)
      return null
    }
    if (earlier !== undefined) await dropSessionBySecret(earlier, transaction)
    const session = await beginSession({ personId: actor.id, way: 'link', ...browser }, transaction)
    const input = { way: 'link', linkMadeBy: link.madeBy, sessionId: session.sessionId }
    await recordEvent({ actor, operation: 'SignIn', input, outcome: 'succeeded' }, transaction)
    return session.secret
  })
}

type ByProvider = { claimed: Claimed; signedInAt: number; providerSession: string | null }

/** Signs in whom the provider names; null of somebody who has no role. A role that changed ends the person's other sessions. */
export async function enterByProvider(
  { claimed, signedInAt, providerSession }: ByProvider,
  { earlier, ...browser }: Browser,
  db = store(),
): Promise<string | null> {
  return inTransaction(db, async (transaction) => {
    const person = await keepPerson(claimed, transaction)
    const actor: AuditActor = { id: person.personId, name: person.name, role: person.role ?? 'none' }
    if (person.isChanged) {
      const ended = await dropSessionsOf(person.personId, transaction)
      const input = { roles: person.on, sessionsEnded: ended }
      await recordEvent({ actor, operation: 'ChangeRole', input, outcome: 'succeeded' }, transaction)
    }
    if (person.role === null) {
      const error = { code: 'FORBIDDEN', name: null, message: 'No value of the claim gives a role.' }
      await recordEvent({ actor, operation: 'SignIn', outcome: 'denied', error }, transaction)
      return null
    }
    const begun = { personId: person.personId, way: 'oidc' as const, signedInAt, providerSession, ...browser }
    if (earlier !== undefined) await dropSessionBySecret(earlier, transaction)
    const session = await beginSession(begun, transaction)
    const input = { way: 'oidc', roles: person.on, sessionId: session.sessionId }
    await recordEvent({ actor, operation: 'SignIn', input, outcome: 'succeeded' }, transaction)
    return session.secret
  })
}

/** Tells the audit of a sign-in that came to nothing. */
export const recordFailure = (message: string, db = store()): Promise<void> =>
  recordEvent(
    {
      actor: NOBODY,
      operation: 'SignIn',
      outcome: 'denied',
      error: { code: 'SIGNED_OUT', name: null, message },
    },
    db,
  )

/** Tells the audit that the provider ended somebody's sessions. */
export async function recordSignOut(personId: string, db = store()): Promise<void> {
  const actor = (await actorOf(personId, db)) ?? { id: personId, name: 'Somebody without a role', role: 'none' }
  await recordEvent({ actor, operation: 'SignOut', input: { by: 'the provider' }, outcome: 'succeeded' }, db)
}
