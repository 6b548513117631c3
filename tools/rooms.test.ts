import { expect, test } from 'vitest'
import { knots } from './knots.ts'
import { productGraph } from './rooms.ts'

const graph = productGraph()

test('no room of lib imports upwards', () => {
  expect(graph.rooms.length).toBeGreaterThan(20)
  expect(graph.backUp).toEqual([])
})

test('no folders and no files of the product know each other in a circle', () => {
  expect({ folders: graph.folderKnots, files: graph.fileKnots }).toEqual({ folders: [], files: [] })
})

test('a circle is found, also one over a third', () => {
  expect(
    knots([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'b'],
      ['e', 'a'],
    ]),
  ).toEqual([['b', 'c', 'd']])
  expect(
    knots([
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'c'],
    ]),
  ).toEqual([['a', 'b']])
  expect(
    knots([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ]),
  ).toEqual([])
})
