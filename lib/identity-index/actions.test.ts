import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { newOperationId } from '../core/operation-id.ts'
import { identitiesForTest, scanForTest, testPool as pool } from './index-for-tests.ts'
import {
  filterDeletion,
  filterSaving,
  identityIndexKeys,
  poolScans,
  indexBreakdown,
  indexCount,
  indexedIdentities,
  indexSample,
  savedFilters,
} from './queries.ts'
import { SAVED_FILTERS_MAX } from './saved-filters.ts'
import { everyIdentity } from './schema.ts'

const lifeguard = consoleForTests({ role: 'support' })
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const identities = identitiesForTest(700)
const guests = { ...everyIdentity, states: ['guest' as const] }
const guestCount = identities.filter(({ state }) => state === 'guest').length
const newest = { by: 'created', descending: true } as const

describe('the index of a pool, as pages ask for it', () => {
  it('is not there before the pool was scanned', async () => {
    expect(await client.query(poolScans(pool))).toEqual({ complete: null, running: null })
    await expect(client.query(indexCount(pool, everyIdentity))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scanForTest(store(), identities)
  })

  it('is told with its age and count', async () => {
    expect(await client.query({ ...poolScans(pool), staleTime: 0 })).toMatchObject({
      complete: { state: 'complete', count: 700, startedAt: expect.any(Number), endedAt: expect.any(Number) },
      running: null,
    })
  })

  it('is counted, broken down and sampled under a filter', async () => {
    expect(await client.query(indexCount(pool, guests))).toMatchObject({ total: guestCount })
    expect(await client.query(indexBreakdown(pool, guests))).toMatchObject({
      total: guestCount,
      states: { guest: guestCount, authenticated: 0, disabled: 0 },
    })
    const sample = await client.query(indexSample(pool, guests, [], 0))
    expect(sample.map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'guest'))
    const kept = sample.map(({ identityId }) => identityId)
    const without = await client.query(indexSample(pool, guests, kept, 1))
    expect(without).toHaveLength(Math.min(20, guestCount - 20))
    expect(without.filter(({ identityId }) => kept.includes(identityId))).toEqual([])
  })

  it('comes page by page in the order that is asked for, to its end', async () => {
    const { pages } = await client.infiniteQuery({ ...indexedIdentities(pool, guests, newest), pages: 20 })
    const shown = pages.flatMap((page) => page.identities)
    expect(new Set(shown.map(({ identityId }) => identityId)).size).toBe(guestCount)
    expect(pages.length).toBe(Math.ceil(guestCount / 200))
    const dates = shown.map(({ createdAt }) => createdAt ?? -1)
    expect(dates).toEqual(dates.toSorted((one, other) => other - one))
  })

  it('refuses a place that is none', async () => {
    const asked = indexedIdentities(pool, guests, newest)
    const broken = { ...asked, initialPageParam: 'nowhere', queryKey: [...asked.queryKey, 'broken'] as never }
    await expect(client.infiniteQuery(broken)).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})

it('one key puts all that is asked of a pool’s index out of date', () => {
  const key = identityIndexKeys.pool(pool)
  const asked = [poolScans(pool), indexCount(pool, guests), indexedIdentities(pool, guests, newest), savedFilters(pool)]
  expect(asked.map(({ queryKey }) => queryKey.slice(0, key.length))).toEqual(asked.map(() => key))
})

describe('filters under a name', () => {
  const save = (filterName: string, filter = guests) =>
    filterSaving.mutationFn({ input: { pool, filterName, filter }, operationId: newOperationId() })
  const saved = () => client.query({ ...savedFilters(pool), staleTime: 0 })
  const remove = (filterName: string) =>
    filterDeletion.mutationFn({ input: { pool, filterName }, operationId: newOperationId() })

  it('are saved, replaced and deleted, and the audit tells who and what', async () => {
    await save('Old guests', { ...guests, modifiedBefore: '90d' })
    await save('All guests')
    await save('Old guests', { ...guests, modifiedBefore: '365d' })
    expect(await saved()).toMatchObject([
      { filterName: 'All guests', filter: guests, savedBy: 'Local operator' },
      { filterName: 'Old guests', filter: { ...guests, modifiedBefore: '365d' } },
    ])
    await remove('Old guests')
    await expect(remove('Old guests')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await saved()).map(({ filterName }) => filterName)).toEqual(['All guests'])
    const rows = await lifeguard.auditRows()
    expect(
      rows.filter(({ phase }) => phase === 'outcome').map(({ operation, outcome }) => [operation, outcome]),
    ).toEqual([
      ['SaveFilter', 'succeeded'],
      ['SaveFilter', 'succeeded'],
      ['SaveFilter', 'succeeded'],
      ['DeleteFilter', 'succeeded'],
      ['DeleteFilter', 'failed'],
    ])
    expect(rows[0]?.input).toContain('state=guest modified<90d')
  })

  it.each([
    ['without a name', ' '],
    ['under a name that is too long', 'x'.repeat(81)],
  ])('are refused %s', async (_what, filterName) => {
    await expect(save(filterName)).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('have a most for one pool', async () => {
    for (let count = (await saved()).length; count < SAVED_FILTERS_MAX; count += 1) await save(`Filter ${count}`)
    await expect(save('One more')).rejects.toMatchObject({ code: 'LIMIT' })
    await save('All guests')
  })
})
