import { describe, expect, it } from 'vitest'
import { diffFacts, type Fact } from './facts.ts'

const facts = (values: Record<string, string>): Fact[] =>
  Object.entries(values).map(([key, value]) => ({ key, label: key.toUpperCase(), value }))

describe('a diff of facts', () => {
  it('is empty for equal configurations in another order', () => {
    expect(diffFacts(facts({ a: '1', b: '2' }), facts({ b: '2', a: '1' }))).toEqual([])
  })

  it('tells what is changed, added and removed, a removed one where it stood', () => {
    expect(diffFacts(facts({ a: '1', b: '2', c: '3' }), facts({ a: '9', c: '3', d: '4' }))).toEqual([
      { key: 'a', label: 'A', before: '1', after: '9' },
      { key: 'b', label: 'B', before: '2', after: null },
      { key: 'd', label: 'D', before: null, after: '4' },
    ])
  })
})
