import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { listRun } from '../history/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from './actions.ts'
import { planOfTag, type TagAct } from './one-tag.ts'
import { changeOneTag } from './one-tag-queries.ts'
import { listTagsForResource } from './tag-actions.ts'

const lifeguard = consoleForTests()

const add: TagAct = { kind: 'add', key: 'team', value: 'orders' }
const remove: TagAct = { kind: 'remove', key: 'team' }
const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, '']))

describe('what becomes of one tag of a pool', () => {
  it.each<[string, TagAct, Record<string, string>, unknown]>([
    ['added', add, {}, { kind: 'change', seen: null, changes: [{ before: null, after: 'orders' }] }],
    ['changed', add, { team: 'web' }, { kind: 'change', seen: 'web', changes: [{ before: 'web', after: 'orders' }] }],
    ['left', add, { team: 'orders' }, { kind: 'nothing', why: 'Has it already.' }],
    ['one too many', add, many, { kind: 'unable', why: 'Has 50 tags already, the most that a pool can have.' }],
    ['removed', remove, { team: '' }, { kind: 'change', seen: '', changes: [{ before: '(empty)', after: null }] }],
    ['left out', remove, { other: '' }, { kind: 'nothing', why: 'Does not have it.' }],
  ])('of which it is %s', (_what, act, tags, plan) => {
    expect(planOfTag(tags, act)).toMatchObject(plan as object)
  })

  it('a tag of AWS counts towards no limit', () => {
    const { 'key-0': _, ...less } = many
    expect(planOfTag({ ...less, 'aws:cloudformation:stack-name': 'x' }, add).kind).toBe('change')
  })
})

describe('one tag of several pools', () => {
  const tagged = async (tags: Record<string, string>) => {
    const { poolId } = await unwrap(
      createIdentityPool({ connectionId: 'test', region: 'us-east-1', name: 'Tagged', tags }),
    )
    return { connectionId: 'test', poolId }
  }
  const tagsOf = async (pool: { connectionId: string; poolId: string }) =>
    (await unwrap(listTagsForResource({ pool }))).tags
  const client = new QueryClient()
  const step = (act: TagAct, seen: string | null, runId = newOperationId()) => ({
    act,
    seen,
    operationId: newOperationId(),
    runId,
  })

  it('is changed pool by pool, all of them one run of the log', async () => {
    const runId = newOperationId()
    const [one, other] = [await tagged({ stage: 'test' }), await tagged({ team: 'web' })]
    await changeOneTag(one, client, step(add, null, runId))
    await changeOneTag(other, client, step(add, 'web', runId))
    expect([await tagsOf(one), await tagsOf(other)]).toEqual([{ stage: 'test', team: 'orders' }, { team: 'orders' }])
    const run = await unwrap(listRun({ runId }))
    expect(run.entries.map(({ poolId, operation }) => [poolId, operation])).toEqual([
      [other.poolId, 'TagResource'],
      [one.poolId, 'TagResource'],
    ])
    await changeOneTag(one, client, step(remove, 'orders', runId))
    expect(await tagsOf(one)).toEqual({ stage: 'test' })
  })

  it('is left alone where it is other than it was seen, and as it is where it is as wanted', async () => {
    const pool = await tagged({ team: 'web' })
    await expect(changeOneTag(pool, client, step(add, null))).rejects.toMatchObject({
      shape: { code: 'CONFLICT', message: 'Its tag team is “web” by now.' },
    })
    expect(await tagsOf(pool)).toEqual({ team: 'web' })
    const before = (await lifeguard.auditRows()).length
    await changeOneTag(pool, client, step({ ...add, value: 'web' }, null))
    expect(await lifeguard.auditRows()).toHaveLength(before)
  })
})
