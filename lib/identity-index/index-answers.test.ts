import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { identityStates, type Identity } from '../identities/identity.ts'
import { breakDownIndex, countIndex } from './breakdown.ts'
import { DAY_LENGTH_MS } from './days.ts'
import { eachMatchingId, sampleIndex } from './each-matching-id.ts'
import { anyFilter, identitiesForTest, meets, scanForTest, testNow as now, testPool } from './index-for-tests.ts'
import { indexPage } from './index-page.ts'
import { indexOrders, type IndexFilter, type IndexSort } from './schema.ts'

const COUNT = 3_000
const identities = identitiesForTest(COUNT)
const byId = new Map(identities.map((identity) => [identity.identityId, identity]))
const anySort = fc.record({ by: fc.constantFrom(...indexOrders), descending: fc.boolean() })

const of = (found: readonly Identity[], state: Identity['state']) =>
  found.filter((identity) => identity.state === state).length

function dayCounts(found: readonly Identity[], at: (identity: Identity) => number | null) {
  const days = new Map<number | null, Identity[]>()
  for (const identity of found) {
    const moment = at(identity)
    const day = moment === null ? null : moment - (moment % DAY_LENGTH_MS)
    days.set(day, [...(days.get(day) ?? []), identity])
  }
  return [...days]
    .toSorted(([one], [other]) => (one ?? -1) - (other ?? -1))
    .map(([day, ones]) => ({
      day,
      counts: { guest: of(ones, 'guest'), authenticated: of(ones, 'authenticated'), disabled: of(ones, 'disabled') },
    }))
}

/** What a row is in order by. */
function keyOf({ by }: IndexSort, identity: Identity): number | string {
  switch (by) {
    case 'created':
      return identity.createdAt ?? -1
    case 'modified':
      return identity.modifiedAt ?? -1
    case 'state':
      return identityStates.indexOf(identity.state)
    case 'provider':
      return identity.logins.toSorted().join(' ')
    case 'id':
      return identity.identityId
  }
}

const isBefore = (one: number | string, other: number | string) => (one < other ? -1 : one > other ? 1 : 0)

describe.each(ENGINES)('the index of a pool on %s', { timeout: 60_000 }, (engine) => {
  /** Asks under many filters and orders, with what a plain list says. */
  async function ask(check: (db: Db, filter: IndexFilter, found: Identity[], sort: IndexSort) => Promise<void>) {
    const db = await storeForTest(engine)
    await scanForTest(db, identities)
    const asked = fc.asyncProperty(anyFilter, anySort, (filter, sort) =>
      check(
        db,
        filter,
        identities.filter((identity) => meets(identity, filter)),
        sort,
      ),
    )
    await fc.assert(asked, { numRuns: 30 })
  }

  test('counts under any filter, in all and by state, provider and day', () =>
    ask(async (db, filter, found) => {
      expect((await countIndex(testPool, filter, { db, now })).total).toBe(found.length)
      const told = await breakDownIndex(testPool, filter, { db, now })
      expect(told.total).toBe(found.length)
      expect(told.states).toEqual({
        guest: of(found, 'guest'),
        authenticated: of(found, 'authenticated'),
        disabled: of(found, 'disabled'),
      })
      for (const { provider, count } of told.providers)
        expect(found.filter(({ logins }) => logins.includes(provider))).toHaveLength(count)
      expect(told.providers.reduce((sum, { count }) => sum + count, 0)).toBe(
        found.flatMap(({ logins }) => logins).length,
      )
      expect(told.created).toEqual(dayCounts(found, ({ createdAt }) => createdAt))
      expect(told.modified).toEqual(dayCounts(found, ({ modifiedAt }) => modifiedAt))
    }))

  test('is paged in any order, each row once and as it was found', () =>
    ask(async (db, filter, found, sort) => {
      const shown: Identity[] = []
      let cursor: string | undefined
      const limit = Math.max(7, Math.ceil(found.length / 4))
      do {
        const page = await indexPage(testPool, filter, { sort, cursor, limit, now, db })
        shown.push(...page.identities)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(shown.map(({ identityId }) => identityId).toSorted()).toEqual(
        found.map(({ identityId }) => identityId).toSorted(),
      )
      for (const identity of shown)
        expect(identity).toEqual({
          ...byId.get(identity.identityId),
          logins: byId.get(identity.identityId)?.logins.toSorted(),
        })
      const keys = shown.map((identity) => keyOf(sort, identity))
      const expected = keys.toSorted((one, other) => isBefore(one, other) * (sort.descending ? -1 : 1))
      expect(keys).toEqual(expected)
    }))

  test('gives every id of a filter once, in chunks, and a sample of them', () =>
    ask(async (db, filter, found) => {
      const ids: string[] = []
      for await (const chunk of eachMatchingId(testPool, filter, { chunk: 400, now, db })) {
        expect(chunk.length).toBeLessThanOrEqual(400)
        ids.push(...chunk)
      }
      expect(ids.toSorted()).toEqual(found.map(({ identityId }) => identityId).toSorted())
      const sample = await sampleIndex(testPool, filter, { size: 10, now, db })
      expect(sample.length > 0).toBe(found.length > 0)
      expect(sample.length).toBeLessThanOrEqual(10)
      for (const { identityId } of sample) expect(found.map((one) => one.identityId)).toContain(identityId)
    }))
})
