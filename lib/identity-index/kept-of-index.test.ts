import { expect, it } from 'vitest'
import { keptOfPool } from './kept-of-index.ts'

const uuid = '00000000-0000-4000-8000-000000000001'

it('ids of a keep list are made whole by the Region of the pool, and those of other Regions are none of its', () => {
  const poolId = 'eu-west-1:00000000-0000-4000-8000-00000000aaaa'
  expect(keptOfPool([uuid, `eu-west-1:${uuid}`, `us-east-1:${uuid}`], { poolId })).toEqual([`eu-west-1:${uuid}`])
})
