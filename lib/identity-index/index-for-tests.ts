import 'server-only'
import * as fc from 'fast-check'
import type { Db } from '../db/open.ts'
import { identityStates, type Identity } from '../identities/identity.ts'
import { DAY_LENGTH_MS } from './days.ts'
import { everyIdentity, type IndexFilter } from './schema.ts'
import { beginScan, completeScan } from './scans.ts'
import { storeScanPage } from './store-scan-page.ts'
import { wantedOf, type Span } from './wanted.ts'

export const testPool = { connectionId: 'test', poolId: 'eu-west-1:00000000-0000-4000-8000-00000000aaaa' }
export const testNow = Date.UTC(2026, 10, 1, 12)
const PROVIDERS = ['accounts.google.com', 'graph.facebook.com', 'login.members.example', 'a,b c%']

/** Numbers by lot, the same at each run. */
function lots(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** So many identities of two years; some share their dates, and of a few no date was told. */
export function identitiesForTest(count: number, seed = 1): Identity[] {
  const lot = lots(seed)
  return Array.from({ length: count }, (_, index) => {
    const state = identityStates[[0, 0, 0, 1, 1, 2][lot(6)] ?? 0] ?? 'guest'
    const logins = state === 'authenticated' ? [...new Set([PROVIDERS[lot(4)] ?? '', PROVIDERS[lot(4)] ?? ''])] : []
    const createdAt = lot(50) === 0 ? null : testNow - lot(700) * DAY_LENGTH_MS + lot(3) * 1000
    const modifiedAt = createdAt === null || lot(50) === 0 ? null : createdAt + lot(2) * lot(90) * DAY_LENGTH_MS
    const hex = `${lot(2 ** 16)
      .toString(16)
      .padStart(4, '0')}${index.toString(16).padStart(4, '0')}`
    return { identityId: `eu-west-1:${hex}-0000-4000-8000-000000000000`, state, logins, createdAt, modifiedAt }
  })
}

/** Makes identities the index of the tests' pool, so many in a page. */
export async function scanForTest(db: Db, identities: readonly Identity[], pageSize = 1_500): Promise<number> {
  const scanId = await beginScan(db, testPool, testNow)
  for (let start = 0; start < identities.length; start += pageSize)
    await db.transaction().execute((trx) => storeScanPage(trx, scanId, identities.slice(start, start + pageSize)))
  await completeScan(db, scanId, testNow)
  return scanId
}

const day = fc.integer({ min: 0, max: 760 })
const moment = fc.option(
  fc.oneof(
    day.map((ago) => `${ago}d`),
    day.map((ago) => new Date(testNow - ago * DAY_LENGTH_MS).toISOString().slice(0, 10)),
    fc.integer({ min: 0, max: 760 * 24 * 60 }).map((ago) => new Date(testNow - ago * 60_000).toISOString()),
  ),
)

/** Filters of any kind, in the words of these identities. */
export const anyFilter: fc.Arbitrary<IndexFilter> = fc.record({
  states: fc.uniqueArray(fc.constantFrom(...identityStates), { maxLength: 2 }),
  providers: fc.uniqueArray(fc.constantFrom(...PROVIDERS, 'nobody.example'), { maxLength: 2 }),
  withoutProviders: fc.uniqueArray(fc.constantFrom(...PROVIDERS), { maxLength: 1 }),
  createdFrom: moment,
  createdBefore: moment,
  modifiedFrom: moment,
  modifiedBefore: moment,
  idPrefix: fc.constantFrom('', '', '', 'eu-', 'eu-west-1:', 'eu-west-1:a', 'eu-west-1:3f', 'us-east-1:'),
})

/** Whether an identity is what a filter wants, as it is said rather than searched. */
export function meets(identity: Identity, filter: IndexFilter = everyIdentity): boolean {
  const { created, modified } = wantedOf(filter, testPool.poolId, testNow)
  const isIn = (span: Span | null, at: number | null) =>
    span === null || (at !== null && at >= span.from && at < span.before)
  return (
    (filter.states.length === 0 || filter.states.includes(identity.state)) &&
    (filter.providers.length === 0 || filter.providers.some((name) => identity.logins.includes(name))) &&
    !filter.withoutProviders.some((name) => identity.logins.includes(name)) &&
    isIn(created, identity.createdAt) &&
    isIn(modified, identity.modifiedAt) &&
    identity.identityId.startsWith(filter.idPrefix)
  )
}
