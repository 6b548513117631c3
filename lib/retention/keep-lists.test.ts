import { describe, expect, it } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import { idsIn, poolIn, runnerForTest } from '../jobs/jobs-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { approveFirstRun } from './approve-run.ts'
import { addToKeepList, dropKeepLists, keptOf } from './keep-lists.ts'
import { changeRule, dropRule, readRule } from './rules.ts'
import { FRIDAY, HOUR_MS, operator, ruleForTest, ruleNow, runWhen } from './rules-for-tests.ts'
import { beginRun } from './runs.ts'
import { tickRules } from './tick.ts'

const THREE = FRIDAY + HOUR_MS / 2
const DAY_MS = 24 * HOUR_MS

describe.each(ENGINES)('the keep list of a retention rule on %s', { timeout: 60_000 }, (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 20 } })

  async function listed(ids: readonly string[], at = FRIDAY) {
    const listId = newOperationId()
    await addToKeepList(store(), { pool: poolIn(lifeguard.world), listId, ids, at })
    return { listId, name: 'active.csv', count: new Set(ids).size }
  }
  const itemsOf = async (listId: string) =>
    (await store().selectFrom('retention_kept').select('item').where('list_id', '=', listId).execute()).length
  const settings = {
    name: 'Old guests',
    filter: { ...everyIdentity, createdBefore: '2100-01-01' },
    weekday: null,
    hour: 3,
    most: 1_000,
    growth: 50,
  }

  it('is taken off what a run plans, and off what it deletes then and later', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const kept = idsIn(lifeguard.world).slice(0, 8)
    const keepList = await listed([...kept, 'us-east-1:00000000-0000-4000-8000-000000000001'])
    const rule = { pool, ruleId: await ruleForTest(pool, { keepList, most: 10 }) }
    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    expect(first.plan).toMatchObject({ left: 12, would: 10, kept: 8 })
    expect(first.plan?.sample).not.toEqual([])
    expect(first.plan?.sample.filter((id) => kept.includes(id))).toEqual([])

    const approval = { rule: await readRule(pool, rule.ruleId), runId: first.runId, actor: operator, at: THREE }
    await approveFirstRun(store(), approval)
    await runWhen(THREE, rule, ({ state }) => state === 'done')
    expect(idsIn(lifeguard.world)).toHaveLength(10)
    await beginRun(store(), { rule: await readRule(pool, rule.ruleId), askedBy: 'Ada', at: THREE + HOUR_MS })
    await runWhen(THREE + HOUR_MS, rule, ({ state, askedBy }) => state === 'done' && askedBy !== null)
    expect(idsIn(lifeguard.world)).toEqual(kept)
  })

  it('pauses the rule when it is not whole any more, before a plan and before a deletion', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const before = idsIn(lifeguard.world)
    const lose = (listId: string) => store().deleteFrom('retention_kept').where('list_id', '=', listId).execute()
    for (const isPlanned of [false, true]) {
      const keepList = await listed(before)
      const rule = { pool, ruleId: await ruleForTest(pool, { keepList: null }) }
      const list = { keep_list_id: keepList.listId, keep_list_name: keepList.name, keep_list_count: keepList.count }
      if (isPlanned) {
        const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
        await store().updateTable('retention_rule').set(list).where('rule_id', '=', rule.ruleId).execute()
        const approval = { rule: await readRule(pool, rule.ruleId), runId: first.runId, actor: operator, at: THREE }
        await approveFirstRun(store(), approval)
      } else await store().updateTable('retention_rule').set(list).where('rule_id', '=', rule.ruleId).execute()
      await lose(keepList.listId)
      await runWhen(THREE, rule, ({ state }) => state === 'stopped')
      expect((await ruleNow(pool, rule.ruleId)).rule).toMatchObject({
        state: 'paused',
        reason: expect.stringContaining('keep list is not whole') as string,
      })
      await dropRule(store(), rule.ruleId)
    }
    expect(idsIn(lifeguard.world)).toEqual(before)
  })

  it('has to be there as it was chosen, does not change under a rule, and goes with it', async () => {
    const pool = poolIn(lifeguard.world)
    const [one = '', other = ''] = idsIn(lifeguard.world)
    const first = await listed([one])
    await expect(ruleForTest(pool, { keepList: { ...first, count: 2 } })).rejects.toThrow('as it was chosen')
    await expect(ruleForTest({ ...pool, connectionId: 'fixed' }, { keepList: first })).rejects.toThrow('as it was')
    const ruleId = await ruleForTest(pool, { keepList: first })
    const adding = { pool, listId: first.listId, ids: [other], at: FRIDAY }
    await expect(addToKeepList(store(), adding)).rejects.toMatchObject({ code: 'CONFLICT' })

    const same = { ruleId, pool, version: 1, settings: { ...settings, keepList: first }, at: FRIDAY }
    await changeRule(store(), same)
    await dropKeepLists(store(), { at: FRIDAY })
    expect(await itemsOf(first.listId)).toBe(1)
    const second = await listed([one, other])
    await changeRule(store(), { ...same, version: 2, settings: { ...settings, keepList: second } })
    expect((await readRule(pool, ruleId)).keepList).toEqual(second)
    await dropKeepLists(store(), { at: FRIDAY })
    expect([await itemsOf(first.listId), await itemsOf(second.listId)]).toEqual([0, 2])
    await changeRule(store(), { ...same, version: 3, settings: { ...settings, keepList: null } })
    await dropKeepLists(store(), { at: FRIDAY })
    expect([(await readRule(pool, ruleId)).keepList, await itemsOf(second.listId)]).toEqual([null, 0])
  })

  it('is dropped with its rule, and a day after nobody took it', async () => {
    const pool = poolIn(lifeguard.world)
    const ids = idsIn(lifeguard.world)
    const [taken, left] = [await listed(ids), await listed(ids)]
    const ruleId = await ruleForTest(pool, { keepList: taken })
    await tickRules(store(), store(), FRIDAY + 1)
    expect(await itemsOf(left.listId)).toBe(ids.length)
    await dropRule(store(), ruleId)
    await tickRules(store(), store(), FRIDAY + 2)
    expect(await itemsOf(taken.listId)).toBe(0)
    const kept = { pool, ruleId: await ruleForTest(pool, { keepList: await listed(ids), hour: 23 }) }
    await tickRules(store(), store(), FRIDAY + DAY_MS + 1)
    expect(await itemsOf(left.listId)).toBe(0)
    expect(await itemsOf((await readRule(pool, kept.ruleId)).keepList?.listId ?? '')).toBe(ids.length)
  })

  it('that is long is read in parts, and is none when it is not whole', async () => {
    const ids = [3, 1, 4, 2, 5].map((number) => `us-east-1:00000000-0000-4000-8000-00000000000${number}`)
    const keepList = await listed(ids)
    for (const atOnce of [1, 2, 5, 6]) expect(await keptOf(store(), { keepList }, atOnce)).toEqual(new Set(ids))
    expect(await keptOf(store(), { keepList: { ...keepList, count: 6 } }, 2)).toBeNull()
  })

  it('that is long goes in steps, and what is left of it the next time', async () => {
    const pool = poolIn(lifeguard.world)
    const many = Array.from(
      { length: 1_200 },
      (_, at) => `us-east-1:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    )
    const list = await listed(many)
    await dropRule(store(), await ruleForTest(pool, { keepList: list }))
    expect(await itemsOf(list.listId)).toBe(1_200)
    await dropKeepLists(store(), { at: FRIDAY, most: 0 })
    expect(await itemsOf(list.listId)).toBe(1_200)
    await dropKeepLists(store(), { at: FRIDAY, most: 1 })
    expect(await itemsOf(list.listId)).toBe(700)
    await dropKeepLists(store(), { at: FRIDAY, signal: AbortSignal.abort() })
    expect(await itemsOf(list.listId)).toBe(700)
    await dropKeepLists(store(), { at: FRIDAY })
    expect(await itemsOf(list.listId)).toBe(0)
    const rows = await store().selectFrom('retention_keep_list').select('list_id').execute()
    expect(rows.map(({ list_id: id }) => id)).not.toContain(list.listId)
  })
})
