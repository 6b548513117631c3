'use server'

import { readStore } from '../db/read-store.ts'
import { defineAction } from '../operation/define-action.ts'
import { breakDownIndex, countIndex } from './breakdown.ts'
import { sampleIndex } from './each-matching-id.ts'
import { printFilter } from './filter-text.ts'
import { indexPage } from './index-page.ts'
import { dropFilter, keepFilter, savedFiltersOf } from './saved-filters.ts'
import { listedInIndex } from './listed-in-index.ts'
import { latestScan } from './scans.ts'
import {
  deleteFilterInput,
  indexFilterInput,
  indexPageInput,
  indexSampleInput,
  indexPoolInput,
  listedInput,
  saveFilterInput,
} from './schema.ts'

/** The scan that is a pool's index, with its age and count, and the one that runs; each null when there is none. */
export const describeIdentityIndex = defineAction({
  name: 'DescribeIdentityIndex',
  effect: 'read',
  permission: 'identities:read',
  input: indexPoolInput,
  run: (_context, { pool }) => latestScan(readStore(), pool),
})

/** One page of a pool's index. Errors: `NOT_FOUND` when it has none; `CONFLICT` when the scan of the cursor is gone. */
export const listIndexedIdentities = defineAction({
  name: 'ListIndexedIdentities',
  effect: 'read',
  permission: 'identities:read',
  input: indexPageInput,
  run: (_context, { pool, filter, ...asking }) => indexPage(pool, filter, asking),
})

/** How many identities of a pool's index a filter has. Errors: `NOT_FOUND`. */
export const countIndexedIdentities = defineAction({
  name: 'CountIndexedIdentities',
  effect: 'read',
  permission: 'identities:read',
  input: indexFilterInput,
  run: (_context, { pool, filter }) => countIndex(pool, filter),
})

/** The same by state, provider and day. Errors: `NOT_FOUND`. */
export const breakDownIdentityIndex = defineAction({
  name: 'BreakDownIdentityIndex',
  effect: 'read',
  permission: 'identities:read',
  input: indexFilterInput,
  run: (_context, { pool, filter }) => breakDownIndex(pool, filter),
})

/** Some identities that a filter has, of each kind the oldest and the newest, but none of `kept`. Errors: `NOT_FOUND`. */
export const sampleIdentityIndex = defineAction({
  name: 'SampleIdentityIndex',
  effect: 'read',
  permission: 'identities:read',
  input: indexSampleInput,
  run: (_context, { pool, filter, kept }) => sampleIndex(pool, filter, { kept: new Set(kept) }),
})

/** Which of up to 5,000 ids a filter has of a scan. */
export const listIndexedOf = defineAction({
  name: 'ListIndexedOf',
  effect: 'read',
  permission: 'identities:read',
  input: listedInput,
  run: async (_context, { pool, filter, scanId, ids }) => ({ ids: await listedInIndex(pool, filter, { scanId, ids }) }),
})

/** A pool's saved filters in the order of their names. */
export const listSavedFilters = defineAction({
  name: 'ListSavedFilters',
  effect: 'read',
  permission: 'identities:read',
  input: indexPoolInput,
  run: (_context, { pool }) => savedFiltersOf(pool),
})

/** Saves a filter under a name, in the place of the one that had it. Errors: `LIMIT`. */
export const saveFilter = defineAction({
  name: 'SaveFilter',
  effect: 'write',
  permission: 'identities:filter',
  input: saveFilterInput,
  audited: ({ pool, filterName, filter }) => ({ pool, filterName, filter: printFilter(filter) }),
  async run({ actor }, { pool, filterName, filter }) {
    const saved = { filterName, filter, savedBy: actor.name, savedAt: Date.now() }
    await keepFilter(pool, saved)
    return saved
  },
})

/** Errors: `NOT_FOUND` when somebody deleted it. */
export const deleteFilter = defineAction({
  name: 'DeleteFilter',
  effect: 'write',
  permission: 'identities:filter',
  input: deleteFilterInput,
  async run(_context, { pool, filterName }) {
    await dropFilter(pool, filterName)
    return { filterName }
  },
})
