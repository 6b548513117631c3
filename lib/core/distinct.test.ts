import { expect, test } from 'vitest'
import { distinct } from './distinct.ts'

test('each is there once, where it was first', () => {
  const byName = distinct(({ name }: { name: string; at: number }) => name)
  const list = ['b', 'a', 'b', 'c', 'a'].map((name, at) => ({ name, at }))
  expect(byName(list)).toEqual([
    { name: 'b', at: 0 },
    { name: 'a', at: 1 },
    { name: 'c', at: 3 },
  ])
  expect(byName([])).toEqual([])
})
