import type { FactChange } from '../facts/facts.ts'
import { toAccessSettings } from '../pool-access/access-settings.ts'
import { consequences } from '../pool-access/consequences.ts'
import { accessChanges } from '../pool-access/pool-change.ts'
import type { AccessSettings } from '../pool-access/schema.ts'
import { withRemedy } from '../pool-access/with-remedy.ts'
import type { Pool } from '../pools/pool.ts'

/** The checks whose remedy is one setting, by id, with what is done in words: several pools can take it at once. */
export const remediesOfMany: Readonly<Record<string, string>> = {
  'guest-access': 'Turn off guest access',
  'classic-flow-on': 'Turn off the basic flow',
  'classic-flow-unset': 'Turn off the basic flow',
  'token-check-off': 'Turn on the server-side token check',
}

/** A pool as it was seen, and the settings with the remedy in them. */
export type Remedying = { checkId: string; subjects: readonly string[]; base: Pool; mine: AccessSettings }

type RemedyPlan =
  | (Remedying & { kind: 'change'; changes: FactChange[]; notes: string[] })
  | { kind: 'nothing'; why: string }

/** What a finding's remedy changes of a pool. `subjects`: what of it the findings are about. */
export function planOfRemedy(pool: Pool, checkId: string, subjects: readonly string[]): RemedyPlan {
  const mine = remedied(pool, checkId, subjects)
  const changes = accessChanges(pool, mine)
  if (changes.length === 0) return { kind: 'nothing', why: 'Was put right meanwhile.' }
  const notes = consequences(pool, mine, { mapped: [], tagged: [] }).map(({ text }) => text)
  return { kind: 'change', checkId, subjects, base: pool, mine, changes, notes }
}

/** The settings of a pool with the remedy for each subject in them. */
export const remedied = (pool: Pool, checkId: string, subjects: readonly string[]): AccessSettings =>
  subjects.reduce((settings, subject) => withRemedy(settings, { fix: checkId, subject }), toAccessSettings(pool))
