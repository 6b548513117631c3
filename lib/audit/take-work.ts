import 'server-only'
import type { Db } from '../db/open.ts'

/** `holder` names a copy of the console. `forMs`: after this without a sign of life another copy may go on. */
export type Work = { name: 'removal' | 'stream'; holder: string; now: number; forMs: number }

/** Takes or keeps a work on the log that one copy does at a time: how far it came, or null while another copy has it. */
export async function takeWork(db: Db, { name, holder, now, forMs }: Work): Promise<{ sequence: number } | null> {
  const row = await db
    .insertInto('audit_worker')
    .values({ name, holder, until_at: now + forMs, sequence: 0 })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until_at: now + forMs })
        .where((eb) => eb.or([eb('audit_worker.until_at', '<', now), eb('audit_worker.holder', '=', holder)])),
    )
    .returning('sequence')
    .executeTakeFirst()
  return row ?? null
}

/** Lets another copy go on at once. */
export async function leaveWork(db: Db, { name, holder }: Pick<Work, 'name' | 'holder'>): Promise<void> {
  await db
    .updateTable('audit_worker')
    .set({ holder: null, until_at: 0 })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute()
}
