import 'server-only'
import { LOCAL } from '../auth/actor.ts'
import { newSecret, secretHash } from '../auth/secret-token.ts'
import { store } from '../db/open.ts'

const MINUTES = 15
const MINUTE_MS = 60_000

/** Makes an address that signs in the local operator once, within 15 minutes. `madeBy` is told in the audit. */
export async function makeLink(madeBy: string, url: string, db = store()): Promise<string> {
  const secret = newSecret()
  const now = Date.now()
  await db.deleteFrom('sign_in_link').where('ends_at', '<=', now).execute()
  const link = { token_hash: secretHash(secret), made_by: madeBy, ends_at: now + MINUTES * MINUTE_MS }
  await db.insertInto('sign_in_link').values(link).execute()
  return `${url}/sign-in?token=${secret}`
}

/** Uses up a link. Returns whom it signs in and who made it; null of one that is used up, too old, or none. */
export async function useUpLink(secret: string, db = store()): Promise<{ personId: string; madeBy: string } | null> {
  const used = await db
    .deleteFrom('sign_in_link')
    .where('token_hash', '=', secretHash(secret))
    .returning(['made_by', 'ends_at'])
    .executeTakeFirst()
  return used && used.ends_at > Date.now() ? { personId: LOCAL, madeBy: used.made_by } : null
}
