import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { newOperationId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { store } from '../db/open.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import type { RetentionRun } from './rule.ts'
import { makeRule, rulesOf } from './rules.ts'
import type { RuleSettings } from './schema.ts'
import { tickRules } from './tick.ts'

/** Whoever makes and approves rules in tests; the role is that of the test's console. */
export const operator = { id: 'local', name: 'Local operator', role: 'admin' } as const

/** 27 November 2026, a Friday, half past two in UTC. */
export const FRIDAY = Date.UTC(2026, 10, 27, 2, 30)
export const HOUR_MS = 3_600_000

/** A rule of the tests' pool that deletes everything each night at three; its id. */
export async function ruleForTest(pool: PoolRef, settings: Partial<RuleSettings> = {}, at = FRIDAY): Promise<string> {
  const ruleId = newOperationId()
  const filter = { ...everyIdentity, createdBefore: '2100-01-01' }
  const usual = { name: 'Old guests', filter, weekday: null, hour: 3, most: 1_000, growth: 50, keepList: null }
  await makeRule(store(), { ruleId, pool, settings: { ...usual, ...settings }, actor: operator, at })
  return ruleId
}

export async function ruleNow(pool: PoolRef, ruleId: string) {
  const found = (await rulesOf(pool)).find(({ rule }) => rule.ruleId === ruleId)
  if (!found) throw new Error('The rule is gone')
  return found
}

const PATIENCE_MS = 30_000

/** Looks at all rules at that time, again and again, until the newest run of one is so. */
export async function runWhen(
  at: number,
  { pool, ruleId }: { pool: PoolRef; ruleId: string },
  isSo: (run: RetentionRun) => boolean,
): Promise<RetentionRun> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    await tickRules(store(), store(), at)
    const [run] = (await ruleNow(pool, ruleId)).runs
    if (run && isSo(run)) return run
    await wait(25)
  }
  const { runs } = await ruleNow(pool, ruleId)
  const jobs = await store().selectFrom('job').select(['kind', 'state', 'wanted', 'reason']).execute()
  throw new Error(`The run did not come so far: ${JSON.stringify({ runs, jobs })}`)
}
