import 'server-only'
import type { Selectable } from 'kysely'
import { causeOf } from '../core/cause-of.ts'
import type { Db } from '../db/open.ts'
import type { WebhookMessageTable } from '../db/retention-tables.ts'
import { log } from '../log/log.ts'
import { signatureOf } from './sign.ts'

export type WebhookTarget = { url: string; secret: string }

type Message = Selectable<WebhookMessageTable>

/** `now`: epoch milliseconds. `timeoutMs`: how long one answer is waited for, if not stopped by `signal` before. */
type Sending = { now?: () => number; timeoutMs?: number; signal?: AbortSignal }

const AT_ONCE = 20
const TIMEOUT_MS = 10_000
/** Longer than any attempt: then another copy may try. */
const CLAIM_MS = 60_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 3_600_000
const KEPT_MS = 3 * 86_400_000

/**
 * Sends the messages that are due, each by one copy of the console. One that is not taken is tried again after longer
 * and longer, for three days. Returns how many were taken.
 */
export async function sendMessages(
  db: Db,
  target: WebhookTarget,
  { now = Date.now, timeoutMs = TIMEOUT_MS, signal }: Sending = {},
): Promise<number> {
  const due = await db
    .selectFrom('webhook_message')
    .selectAll()
    .where('next_at', '<=', now())
    .orderBy('next_at')
    .limit(AT_ONCE)
    .execute()
  const within = () => AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])])
  const taken = await Promise.all(due.map((message) => sendOne(db, target, message, { now, within })))
  return taken.filter(Boolean).length
}

type Attempt = { now: () => number; within: () => AbortSignal }

async function sendOne(db: Db, target: WebhookTarget, message: Message, { now, within }: Attempt) {
  if (!(await claim(db, message, now()))) return false
  const failure = await post(target, message, { now, within })
  const present = db.updateTable('webhook_message').where('message_id', '=', message.message_id)
  if (failure === null || now() - message.made_at > KEPT_MS) {
    if (failure !== null) log().error({ message: message.message_id, failure }, 'A webhook message was given up')
    await db.deleteFrom('webhook_message').where('message_id', '=', message.message_id).execute()
    return failure === null
  }
  log().warn({ message: message.message_id, failure }, 'A webhook message was not taken')
  const delay = Math.min(FIRST_RETRY_MS * 2 ** message.attempts, LONGEST_RETRY_MS)
  await present.set({ next_at: now() + delay }).execute()
  return false
}

/** Whoever changes the row sends it. */
async function claim(db: Db, { message_id: id, next_at: seen, attempts }: Message, at: number): Promise<boolean> {
  const claimed = await db
    .updateTable('webhook_message')
    .set({ next_at: at + CLAIM_MS, attempts: attempts + 1 })
    .where('message_id', '=', id)
    .where('next_at', '=', seen)
    .where('attempts', '=', attempts)
    .returning('message_id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Why it was not taken, or null. */
async function post({ url, secret }: WebhookTarget, { body }: Message, { now, within }: Attempt) {
  const seconds = Math.floor(now() / 1_000)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: within(),
      headers: {
        'content-type': 'application/json',
        'lifeguard-timestamp': String(seconds),
        'lifeguard-signature': `v1=${signatureOf(secret, seconds, body)}`,
      },
    })
    await response.body?.cancel()
    return response.ok ? null : `It answered ${response.status}.`
  } catch (error) {
    return causeOf(error instanceof Error && error.cause !== undefined ? error.cause : error)
  }
}
