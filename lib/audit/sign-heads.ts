import 'server-only'
import type { KeyObject } from 'node:crypto'
import type { Db } from '../db/open.ts'
import { signHead, type SignedHead } from './signed-head.ts'

/** So many at once at most, of a log that grew while nobody looked. */
const MOST = 100

/** `every`: after how many entries the end is signed. `note`: takes it out of reach of whoever owns the store. */
type Signing = { key: KeyObject; every: number; note: (head: SignedHead) => void }

/** Signs ends of the log as it grows: `look` those that came since the last look, `now` the present one. */
export function headSigner(db: Db, { key, every, note }: Signing) {
  let last = 0
  const head = () => db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow()
  const sign = (one: { sequence: number; hash: string }) => note(signHead(one, key, new Date()))
  return {
    async now() {
      const present = await head()
      if (present.sequence > 0) sign(present)
      last = present.sequence
    },
    async look() {
      const { sequence } = await head()
      const first = (Math.floor(last / every) + 1) * every
      const due = Array.from(
        { length: Math.max(0, Math.floor((sequence - first) / every) + 1) },
        (_, index) => first + index * every,
      )
      last = Math.max(last, sequence)
      if (due.length === 0) return
      const rows = await db
        .selectFrom('audit_entry')
        .select(['sequence', 'hash'])
        .where('sequence', 'in', due.slice(-MOST))
        .orderBy('sequence')
        .execute()
      for (const row of rows) sign(row)
    },
  }
}
