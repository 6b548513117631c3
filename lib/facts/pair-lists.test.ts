import { expect, it } from 'vitest'
import { diffFacts } from './facts.ts'
import { pairLists } from './pair-lists.ts'

const pairs = (before: string, after: string) => pairLists(before.split(''), after.split(''))

it.each([
  ['abc', 'abc', [0, 1, 2]],
  ['abc', 'xabc', [null, 0, 1, 2]],
  ['abc', 'bca', [1, 2, null]],
  ['abc', 'axc', [0, 1, 2]],
  ['abcd', 'ad', [0, 3]],
  ['abc', 'axyc', [0, 1, null, 2]],
  ['', 'ab', [null, null]],
  ['ab', '', []],
  ['aab', 'ab', [0, 2]],
])('pairs %s with %s', (before, after, expected) => {
  expect(pairs(before, after)).toEqual(expected)
})

const list = (values: string) =>
  values.split('').map((value, index) => ({ key: `rule ${index}`, label: `Rule ${index + 1}`, value, list: 'rules' }))
const changes = (before: string, after: string) =>
  diffFacts(list(before), list(after)).map((one) => [one.label, one.before, one.after])

it('tells a moved rule by where it was and is, and leaves its neighbours out', () => {
  expect(changes('abc', 'bca')).toEqual([
    ['Rule 1', 'a', null],
    ['Rule 3', null, 'a'],
  ])
})

it('tells a new first rule as one line', () => {
  expect(changes('abc', 'xabc')).toEqual([['Rule 1', null, 'x']])
})

it('tells an edit as a change of that rule', () => {
  expect(changes('abc', 'axc')).toEqual([['Rule 2', 'b', 'x']])
})

it('tells two rules that changed places', () => {
  expect(changes('ab', 'ba')).toHaveLength(2)
})
