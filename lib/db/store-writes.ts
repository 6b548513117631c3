import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { store } from './open.ts'
import { sideStore } from './read-store.ts'

/** With what else an answer takes this stays below a second. */
const PATIENCE_MS = 800

const shared = globalThis as typeof globalThis & { lifeguardProbe?: Promise<boolean> | undefined }

/** Whether the store takes a write at once. As long as one is under way no other is begun. */
export async function storeWrites(): Promise<boolean> {
  shared.lifeguardProbe ??= written().finally(() => (shared.lifeguardProbe = undefined))
  const late = new AbortController()
  try {
    return await Promise.race([shared.lifeguardProbe, wait(PATIENCE_MS, false, { signal: late.signal })])
  } finally {
    late.abort()
  }
}

/** An embedded store is written aside, so that the server goes on while it waits. */
async function written(): Promise<boolean> {
  const rewrite = store().updateTable('readiness').set({ written_at: Date.now() }).where('id', '=', 1)
  const writing = config().databaseUrl === null ? sideStore().write([rewrite.compile()]) : rewrite.execute()
  return writing.then(
    () => true,
    () => false,
  )
}
