import 'server-only'
import { randomUUID } from 'node:crypto'
import { config } from '../config/config.ts'
import type { Db } from '../db/open.ts'

/** A job as programs elsewhere are told of it: without its name, which people write, and without people. */
export type ToldJob = {
  jobId: string
  kind: string
  connectionId: string
  region: string
  poolId: string | null
  state: string
  total: number | null
  done: number
  refused: number
}

/** A retention rule in the same way; `would`: how many its run would delete, where that is known. */
export type ToldRule = {
  ruleId: string
  connectionId: string
  poolId: string
  runId: string | null
  would: number | null
}

/** What is told. */
export type WebhookNews =
  | { event: 'job.ended'; job: ToldJob }
  | { event: 'rule.awaits-approval'; rule: ToldRule }
  | { event: 'rule.paused'; rule: ToldRule }

/** Keeps a message for the configured address, to be sent after the transaction that it is part of. `at`: epoch milliseconds. */
export async function tellWebhook(db: Db, news: WebhookNews, at: number): Promise<void> {
  if (config().webhook === null) return
  const id = randomUUID()
  const body = JSON.stringify({ id, at: new Date(at).toISOString(), console: config().url, ...news })
  await db
    .insertInto('webhook_message')
    .values({ message_id: id, body, made_at: at, next_at: at, attempts: 0 })
    .execute()
}
