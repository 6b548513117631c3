import { expect, it } from 'vitest'
import type { Unsearched } from './person-search.ts'
import { unsearchedInOrder } from './unsearched-in-order.ts'

const place = (connectionId: string | null, poolName: string | null, region = 'us-east-1'): Unsearched => ({
  why: 'no developer provider',
  connectionId,
  region,
  poolId: poolName && `us-east-1:${poolName}`,
  poolName,
  detail: null,
})
const names: Record<string, string> = { b: 'Archive', a: 'Production' }

it('what could not be searched stands by connection, then by name', () => {
  const places = [
    place('a', 'Orders'),
    place('b', 'Kiosk 10'),
    place('a', null, 'us-west-2'),
    place('b', 'Kiosk 9'),
    place('a', 'Desk'),
    place('a', null, 'eu-west-1'),
  ]
  const sorted = unsearchedInOrder(places, (id) => names[id] ?? id)
  expect(sorted.map(({ connectionId, poolName, region }) => `${connectionId} ${poolName ?? region}`)).toEqual([
    'b Kiosk 9',
    'b Kiosk 10',
    'a eu-west-1',
    'a us-west-2',
    'a Desk',
    'a Orders',
  ])
})
