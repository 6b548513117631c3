import 'server-only'
import { randomUUID } from 'node:crypto'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import type { SessionTable } from '../db/sign-in-tables.ts'
import { newSecret, secretHash } from './secret-token.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** So often at most it is noted that a session is in use. */
const NOTED_MS = 60_000

export type BrowserSession = {
  sessionId: string
  personId: string
  way: 'link' | 'oidc'
  address: string | null
  agent: string | null
  /** Epoch milliseconds, as the others: when the person last proved who they are. */
  signedInAt: number
  seenAt: number
  endsAt: number
}

type NewSession = Pick<BrowserSession, 'personId' | 'way' | 'address' | 'agent'> & {
  /** Now, unless the provider says that it was before. */
  signedInAt?: number
  providerSession?: string | null
}

/** Begins a session. Returns the secret that its cookie holds, which is kept nowhere else. */
export async function beginSession(begun: NewSession, db = store()) {
  const now = Date.now()
  const { personId, way, address, agent, signedInAt = now, providerSession = null } = begun
  await db
    .deleteFrom('session')
    .where((of) => of.or([of('ends_at', '<=', now), of('seen_at', '<=', now - idleMs())]))
    .execute()
  const secret = newSecret()
  const sessionId = randomUUID()
  await db
    .insertInto('session')
    .values({
      token_hash: secretHash(secret),
      session_id: sessionId,
      person_id: personId,
      way,
      provider_session: providerSession,
      address,
      agent,
      signed_in_at: Math.min(signedInAt, now),
      seen_at: now,
      ends_at: now + config().sessions.absoluteHours * HOUR_MS,
    })
    .execute()
  return { secret, sessionId }
}

/** The session whose cookie holds a secret; null of one that ended, was ended, or never was. Notes that it is in use. */
export async function sessionBySecret(secret: string, db = store()): Promise<BrowserSession | null> {
  const hash = secretHash(secret)
  const row = await db.selectFrom('session').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  if (!row || isOver(row)) return null
  const now = Date.now()
  if (now - row.seen_at >= NOTED_MS)
    await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', hash).execute()
  return sessionOf(row)
}

/** Whether a session goes on. */
export async function isAlive(sessionId: string, db = store()): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select(['seen_at', 'ends_at'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row !== undefined && !isOver(row)
}

/** The sessions that go on, the latest first: of one person, or of all. */
export async function sessionsOf(personId: string | null, db = store()): Promise<BrowserSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .$if(personId !== null, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('seen_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.filter((row) => !isOver(row)).map(sessionOf)
}

const SHOWN = 1000

/** Ends a session: of one person, where one is named. False when there is none such. */
export async function dropSession(sessionId: string, personId: string | null, db = store()): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('session_id', '=', sessionId)
    .$if(personId !== null, (query) => query.where('person_id', '=', personId ?? ''))
    .returning('session_id')
    .execute()
  return ended.length > 0
}

/** Ends the session whose cookie holds a secret, if there is one: its browser has a new one. */
export async function dropSessionBySecret(secret: string, db = store()): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', secretHash(secret)).execute()
}

/** Ends all sessions of a person. Returns how many. */
export async function dropSessionsOf(personId: string, db = store()): Promise<number> {
  const ended = await db.deleteFrom('session').where('person_id', '=', personId).returning('session_id').execute()
  return ended.length
}

/** Ends what a provider calls one session, or all of a subject. Returns whose they were. */
export async function endProviderSessions(
  { issuer, subject, providerSession }: { issuer: string; subject: string | null; providerSession: string | null },
  db = store(),
): Promise<string[]> {
  const ended = await db
    .deleteFrom('session')
    .where('person_id', 'in', (of) =>
      of
        .selectFrom('person')
        .select('person_id')
        .where('issuer', '=', issuer)
        .$if(subject !== null, (query) => query.where('subject', '=', subject ?? '')),
    )
    .$if(providerSession !== null, (query) => query.where('provider_session', '=', providerSession))
    .returning('person_id')
    .execute()
  return ended.map(({ person_id }) => person_id)
}

const idleMs = () => config().sessions.idleMinutes * MINUTE_MS

/** Whether a session has had its time. */
export const isOver = ({ seen_at, ends_at }: Pick<SessionTable, 'seen_at' | 'ends_at'>): boolean =>
  ends_at <= Date.now() || seen_at <= Date.now() - idleMs()

const sessionOf = (row: SessionTable): BrowserSession => ({
  sessionId: row.session_id,
  personId: row.person_id,
  way: row.way,
  address: row.address,
  agent: row.agent,
  signedInAt: row.signed_in_at,
  seenAt: row.seen_at,
  endsAt: row.ends_at,
})
