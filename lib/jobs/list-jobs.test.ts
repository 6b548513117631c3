import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { memberPoolForTests, peopleForTests, providerName } from '../developer-identities/people-for-tests.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { store } from '../db/open.ts'
import { listRefusals } from './actions.ts'
import { accountOf, endedJob, jobWhen, runnerForTest } from './jobs-for-tests.ts'
import { eraseFromLists } from './erase-from-lists.ts'
import { jobResultsCsv } from './job-results.ts'
import { checkMerges, describeMergePlan, listFound, lookUpList, mergeChecked } from './list-actions.ts'
import { pairItem, pairOf } from './merge-item.ts'
import { wantCancel } from './want.ts'

const FACEBOOK = 'graph.facebook.com'
const as = (user: string, more: Record<string, string> = {}) => ({ [providerName]: user, ...more })

async function csvOf(job: { jobId: string; kind: string }) {
  let text = ''
  for await (const part of jobResultsCsv(job)) text += part
  return text.trimEnd().split('\r\n')
}

describe.each(ENGINES)('a list on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { latencyMs: 15 } })

  async function members(users: Record<string, Record<string, string>>) {
    const pool = await memberPoolForTests()
    const { signUp } = peopleForTests(lifeguard.world)
    const ids: Record<string, string> = {}
    for (const [user, more] of Object.entries(users)) ids[user] = await signUp(pool.poolId, as(user, more))
    return { pool, ids }
  }

  it('of users and identities is looked up, each once, and what the pool does not know is told', async () => {
    const { pool, ids } = await members({ ada: {}, bob: { [FACEBOOK]: 'b' } })
    runnerForTest()
    const unknown = 'us-east-1:00000000-0000-4000-8000-000000000001'
    const { jobId, kind } = await unwrap(
      lookUpList({ pool, items: ['ada', ids['bob'] ?? '', 'nobody', unknown, 'ada'] }),
    )
    const job = await endedJob(jobId)
    expect(job).toMatchObject({ state: 'done', total: 4, done: 2, refused: 2 })
    const { items } = await unwrap(listFound({ connectionId: 'test', jobId }))
    expect(Object.fromEntries(items.map(({ item, found }) => [item, found]))).toMatchObject({
      ada: { identityId: ids['ada'], state: 'authenticated', userIdentifiers: ['ada'] },
      [ids['bob'] ?? '']: { userIdentifiers: ['bob'], logins: expect.arrayContaining([FACEBOOK, providerName]) },
    })
    const lines = await csvOf({ jobId, kind })
    expect(lines[0]).toBe('asked,identity,state,logins,developer user identifiers,created,modified,result,code')
    expect(lines[1]).toMatch(new RegExp(`^ada,${ids['ada']},authenticated,${providerName},ada,.*,done,$`))
    expect(lines[3]).toBe('nobody,,,,,,,refused,ResourceNotFoundException')
  })

  it('of a pool without a developer provider is looked up by identity IDs alone', async () => {
    const { ids } = await members({ ada: {} })
    const other = await memberPoolForTests('other.example')
    runnerForTest()
    const { jobId } = await unwrap(lookUpList({ pool: other, items: [ids['ada'] ?? '', 'ada'] }))
    expect(await endedJob(jobId)).toMatchObject({ done: 0, refused: 2 })
  })

  it('of merges names every conflict first, and merges the rest, each looked at again', async () => {
    const { pool, ids } = await members({
      a: {},
      b: {},
      c: { [FACEBOOK]: 'c' },
      d: { [FACEBOOK]: 'd' },
      e: {},
      f: {},
      g: {},
    })
    runnerForTest()
    const pairs = [
      { source: 'a', destination: 'b' },
      { source: 'c', destination: 'd' },
      { source: 'nobody', destination: 'b' },
      { source: 'e', destination: 'nobody' },
      { source: 'a', destination: 'a' },
      { source: 'e', destination: 'f' },
      { source: 'f', destination: 'g' },
    ]
    const check = await unwrap(checkMerges({ pool, pairs }))
    expect(await endedJob(check.jobId)).toMatchObject({ done: 3, refused: 4 })
    const { refused } = await accountOf(check.jobId)
    expect(Object.fromEntries(refused)).toEqual({
      [pairItem({ source: 'c', destination: 'd' })]: 'SharedProvider',
      [pairItem({ source: 'nobody', destination: 'b' })]: 'SourceNotFound',
      [pairItem({ source: 'e', destination: 'nobody' })]: 'DestinationNotFound',
      [pairItem({ source: 'a', destination: 'a' })]: 'SameIdentity',
    })
    const of = { connectionId: 'test', jobId: check.jobId }
    expect(await unwrap(describeMergePlan(of))).toEqual({
      free: 1,
      sample: [{ source: 'a', destination: 'b', sourceId: ids['a'], destinationId: ids['b'] }],
      conflicts: [
        { source: 'e', destination: 'f', code: 'Chain' },
        { source: 'f', destination: 'g', code: 'Chain' },
      ],
    })
    expect(await mergeChecked({ ...of, count: 2, reason: null })).toMatchObject({ error: { code: 'CONFLICT' } })

    const merge = await unwrap(mergeChecked({ ...of, count: 1, reason: 'DP-1' }))
    expect(await endedJob(merge.jobId)).toMatchObject({ done: 1, refused: 0, poolId: pool.poolId })
    const looked = await unwrap(lookUpList({ pool, items: ['a', ids['a'] ?? ''] }))
    await endedJob(looked.jobId)
    const { items } = await unwrap(listFound({ connectionId: 'test', jobId: looked.jobId }))
    expect(items.find(({ item }) => item === 'a')?.found).toMatchObject({
      identityId: ids['b'],
      userIdentifiers: ['a', 'b'],
    })
    expect(items.find(({ item }) => item === ids['a'])?.found).toMatchObject({ state: 'disabled' })
    const [head, line] = await csvOf(merge)
    expect(head).toBe('source,destination,source identity,destination identity,result,code')
    expect(line).toBe(`a,b,${ids['a']},${ids['b']},done,`)
    const batches = (await lifeguard.auditRows()).filter(({ phase }) => phase === 'batch')
    expect(batches.map(({ identity_id: id }) => id)).toEqual([`${ids['a']} ${ids['b']}`])
  })

  it('of merges counts as done what an attempt without an answer has done, and leaves what changed since the check', async () => {
    const { pool, ids } = await members({ a: {}, b: {}, c: {}, d: {} })
    const pairs = [
      { source: 'a', destination: 'b' },
      { source: 'c', destination: 'd' },
    ]
    runnerForTest()
    const check = await unwrap(checkMerges({ pool, pairs }))
    await endedJob(check.jobId)
    await peopleForTests(lifeguard.world).link(pool.poolId, ids['d'] ?? '', as('e'))
    lifeguard.world.faults.add([
      { operation: 'MergeDeveloperIdentities', error: 'Disconnect', when: 'after', count: 1 },
    ])
    const merge = await unwrap(mergeChecked({ connectionId: 'test', jobId: check.jobId, count: 2, reason: null }))
    expect(await endedJob(merge.jobId)).toMatchObject({ done: 2, refused: 0 })
    const again = await unwrap(mergeChecked({ connectionId: 'test', jobId: check.jobId, count: 2, reason: null }))
    expect(await endedJob(again.jobId), 'what is merged is merged').toMatchObject({ done: 2, refused: 0 })
  })

  it('of merges may have two into one, and a cancel in the middle accounts for each', async () => {
    const users = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`u${index}`, {}]))
    const { pool, ids } = await members({ all: {}, ...users })
    const pairs = Object.keys(users).map((source) => ({ source, destination: 'all' }))
    runnerForTest()
    const check = await unwrap(checkMerges({ pool, pairs }))
    expect(await endedJob(check.jobId)).toMatchObject({ done: 12, refused: 0 })
    const of = { connectionId: 'test', jobId: check.jobId }
    const merge = await unwrap(mergeChecked({ ...of, count: 12, reason: null }))
    await jobWhen(merge.jobId, ({ done }) => done > 0)
    await wantCancel(store(), merge.jobId, { by: 'Ada', at: Date.now() })
    const job = await endedJob(merge.jobId)
    expect(job.state).toBe('cancelled')
    const { done } = await accountOf(merge.jobId)
    const looked = await unwrap(lookUpList({ pool, items: Object.keys(users).map((user) => ids[user] ?? '') }))
    await endedJob(looked.jobId)
    const { items } = await unwrap(listFound({ connectionId: 'test', jobId: looked.jobId }))
    const merged = items
      .filter(({ found }) => (found as { state: string }).state === 'disabled')
      .map(({ item }) => item)
    expect(
      done.map((item) => pairOf(item).sourceId ?? '').toSorted(),
      'what is done is told, and nothing else',
    ).toEqual(merged.toSorted())
    expect(job.done).toBe(merged.length)
    const batches = (await lifeguard.auditRows()).filter((row) => row.run_id === merge.jobId && row.phase === 'batch')
    const told = batches.flatMap(({ identity_id: id }) => id?.split(' ') ?? [])
    expect(merged.filter((id) => !told.includes(id))).toEqual([])
  })

  it('of what no store keeps is refused before it is begun, and the longest is looked up', async () => {
    const { pool } = await members({ ada: {} })
    const refused = { error: { code: 'VALIDATION' } }
    const long = 'é'.repeat(1_001)
    for (const item of ['a\0b', '\ud83d', long]) {
      expect(await lookUpList({ pool, items: ['ada', item] })).toMatchObject(refused)
      expect(await checkMerges({ pool, pairs: [{ source: 'ada', destination: item }] })).toMatchObject(refused)
    }
    runnerForTest()
    // Of random characters, so that no engine makes it shorter.
    const longest = String.fromCodePoint(...Array.from({ length: 1_000 }, (_, at) => 0x100 + ((at * 7_919) % 1_700)))
    const job = await unwrap(lookUpList({ pool, items: ['ada', longest, `${longest.slice(0, -1)}z`] }))
    expect(await endedJob(job.jobId)).toMatchObject({ done: 1, refused: 2 })
    const of = { connectionId: 'test', jobId: job.jobId }
    expect(await unwrap(listRefusals({ ...of, cursor: longest }))).toMatchObject({ nextCursor: null })
    expect(await listFound({ ...of, cursor: 'x'.repeat(8_200) })).toMatchObject({ ok: true })
    expect(await listRefusals({ ...of, cursor: 'x'.repeat(8_200) })).toMatchObject({ ok: true })
    expect(await listRefusals({ ...of, cursor: 'x'.repeat(8_201) })).toMatchObject(refused)
  })

  it('forgets a person who is erased, and what was found of them, and keeps its counts', async () => {
    const { pool, ids } = await members({ ada: {}, bob: {}, eve: {} })
    runnerForTest()
    const looked = await unwrap(lookUpList({ pool, items: ['ada', 'bob', 'nobody'] }))
    const check = await unwrap(checkMerges({ pool, pairs: [{ source: 'ada', destination: 'eve' }] }))
    await Promise.all([looked, check].map(({ jobId }) => endedJob(jobId)))
    const person = { identityIds: [ids['ada'] ?? ''], identifiers: ['nobody'] }
    expect(await eraseFromLists(store(), 'test', person)).toBeGreaterThanOrEqual(3)
    for (const job of [looked, check]) {
      const text = (await csvOf(job)).join()
      for (const name of ['ada', 'nobody', ids['ada'] ?? '']) expect(text).not.toContain(name)
    }
    const lines = await csvOf(looked)
    expect(lines.map((line) => line.split(',').at(-2))).toEqual(['result', 'done', 'done', 'refused'])
    expect(lines[2]).toContain(ids['bob'])
    expect((await unwrap(listFound({ connectionId: 'test', jobId: looked.jobId }))).items).toHaveLength(1)
    expect(await eraseFromLists(store(), 'test', person)).toBe(0)
  })
})
