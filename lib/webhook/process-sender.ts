import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { log } from '../log/log.ts'
import { sendMessages } from './send-messages.ts'

const LOOK_MS = 1_000

/** Sends messages from this process, where an address is configured. Returns how to end it. */
export function startWebhookSender(): () => Promise<void> {
  const target = config().webhook
  if (target === null) return async () => undefined
  const ending = new AbortController()
  const { signal } = ending
  const sending = (async () => {
    while (!signal.aborted) {
      await sendMessages(store(), target, { signal }).catch((error: unknown) =>
        log().warn({ err: error }, 'Webhook messages could not be looked for'),
      )
      await wait(LOOK_MS, undefined, { signal }).catch(() => undefined)
    }
  })()
  return async () => {
    ending.abort()
    await sending
  }
}
