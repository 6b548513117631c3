import { expect, it } from 'vitest'
import { absoluteFilter } from './absolute-filter.ts'
import { everyIdentity } from './schema.ts'
import { wantedOf } from './wanted.ts'

const now = Date.UTC(2026, 10, 1, 12)
const poolId = 'eu-west-1:00000000-0000-4000-8000-00000000aaaa'

it('a filter without "so long ago" means the same at any later time', () => {
  const filter = { ...everyIdentity, createdFrom: '2026-01-01', modifiedBefore: '90d' }
  const fixed = absoluteFilter(filter, now)
  expect(fixed).toMatchObject({ modifiedBefore: '2026-08-03T12:00:00.000Z', createdBefore: null })
  expect(wantedOf(fixed, poolId, now + 1e9)).toEqual(wantedOf(filter, poolId, now))
})
