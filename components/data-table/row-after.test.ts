import { expect, it } from 'vitest'
import { rowAfter } from './row-after.ts'

const order = ['a', 'b', 'c', 'd', 'e']

it.each([
  [['b'], 'c'],
  [['b', 'c'], 'd'],
  [['a', 'c'], 'd'],
  [['d', 'e'], 'c'],
  [['x', 'b'], 'c'],
  [order, null],
])('after %j one goes on with %s', (gone, next) => {
  expect(rowAfter(order, gone)).toBe(next)
})
