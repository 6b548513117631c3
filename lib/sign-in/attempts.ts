import 'server-only'
import { newSecret, secretHash } from '../auth/secret-token.ts'
import { store } from '../db/open.ts'

const MINUTES = 10
const MINUTE_MS = 60_000
/** More than these are under way only where somebody starts them without end: the oldest give way. */
const AT_MOST = 1_000

/** What ties the way to a provider to the browser that comes back. */
export type SignInAttempt = { state: string; browser: string; nonce: string; verifier: string; returnTo: string }

/** Begins a way to the provider and back. `browser` is for its cookie. */
export async function beginAttempt(returnTo: string, db = store()): Promise<SignInAttempt> {
  const attempt = { state: newSecret(), browser: newSecret(), nonce: newSecret(), verifier: newSecret(), returnTo }
  const now = Date.now()
  await db
    .deleteFrom('sign_in_attempt')
    .where((of) =>
      of.or([
        of('ends_at', '<=', now),
        of(
          'state_hash',
          'in',
          of
            .selectFrom('sign_in_attempt')
            .select('state_hash')
            .orderBy('ends_at', 'desc')
            .limit(AT_MOST)
            .offset(AT_MOST),
        ),
      ]),
    )
    .execute()
  await db
    .insertInto('sign_in_attempt')
    .values({
      state_hash: secretHash(attempt.state),
      browser_hash: secretHash(attempt.browser),
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      return_to: returnTo,
      ends_at: now + MINUTES * MINUTE_MS,
    })
    .execute()
  return attempt
}

/** Ends a way that began in this browser: it leads back once. Null of one that did not begin here or took too long. */
export async function endAttempt(state: string, browser: string, db = store()) {
  const row = await db
    .deleteFrom('sign_in_attempt')
    .where('state_hash', '=', secretHash(state))
    .where('browser_hash', '=', secretHash(browser))
    .returningAll()
    .executeTakeFirst()
  return row && row.ends_at > Date.now() ? { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to } : null
}
