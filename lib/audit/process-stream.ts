import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { log } from '../log/log.ts'
import { fileSink, standardOutput } from './line-sink.ts'
import { streamEntries } from './stream-entries.ts'
import { leaveWork } from './take-work.ts'

const LOOK_MS = 1_000

/** Has this process hand entries on to where they are configured to go. Returns how to end it, with the last of them. */
export function startAuditStream(): () => Promise<void> {
  const { stream } = config().audit
  if (stream === null) return async () => undefined
  const sink = stream === 'stdout' ? standardOutput() : fileSink(stream.file)
  const holder = randomUUID()
  let isFailing = false
  const look = async () => {
    try {
      await streamEntries({ db: store(), read: readStore(), sink, holder })
      isFailing = false
    } catch (error) {
      if (!isFailing) log().error({ err: error }, 'Entries of the audit log could not be handed on')
      isFailing = true
    }
  }
  const ending = new AbortController()
  const { signal } = ending
  const streaming = (async () => {
    while (!signal.aborted) {
      await look()
      await wait(LOOK_MS, undefined, { signal }).catch(() => undefined)
    }
    await look()
  })()
  return async () => {
    ending.abort()
    await streaming
    await sink.close()
    await leaveWork(store(), { name: 'stream', holder }).catch(() => undefined)
  }
}
