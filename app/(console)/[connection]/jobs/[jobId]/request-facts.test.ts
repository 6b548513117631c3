import { expect, it } from 'vitest'
import { requestFacts } from './request-facts.ts'

it('parameters are told by their names in words, lists by their length, and nothing of what is empty', () => {
  const parameters = { lookUp: true, shown: [1, 2], note: '', filter: { state: 'guest', from: null }, most: 12_000 }
  expect(requestFacts(parameters)).toEqual([
    { label: 'Look up', value: 'Yes' },
    { label: 'Shown', value: '2 in a list' },
    { label: 'Filter', value: 'State: guest' },
    { label: 'Most', value: '12,000' },
  ])
})
