import { describe, expect, it } from 'vitest'
import { rebaseList, rebaseMap, rebaseValue } from './rebase.ts'

describe('a change put on top of another', () => {
  it('keeps the operator’s value where they changed it and takes the present one elsewhere', () => {
    expect(rebaseValue('a', 'a', 'theirs')).toBe('theirs')
    expect(rebaseValue('a', 'mine', 'theirs')).toBe('mine')
  })

  it.each([
    ['an addition', { a: '1' }, { a: '1', b: '2' }, { a: '9' }, { a: '9', b: '2' }],
    ['a removal', { a: '1', b: '2' }, { b: '2' }, { a: '1', b: '9' }, { b: '9' }],
    ['a change', { a: '1' }, { a: '5' }, { a: '9', c: '3' }, { a: '5', c: '3' }],
    ['a change of what is gone', { a: '1', b: '2' }, { a: '5', b: '2' }, {}, { a: '5' }],
    ['nothing', { a: '1' }, { a: '1' }, { c: '3' }, { c: '3' }],
  ])('applies %s to a map', (_, base, mine, theirs, result) => {
    expect(rebaseMap<string>(base, mine, theirs)).toEqual(result)
  })

  it('asks only about what both changed, each in a way of their own', () => {
    const asked: string[] = []
    const base = { both: '1', alike: '1', mine: '1', theirs: '1', gone: '1' }
    const mine = { both: '2', alike: '2', mine: '2', theirs: '1' }
    const theirs = { both: '3', alike: '2', mine: '1', theirs: '3', gone: '4' }
    const pick = (unit: string) => {
      asked.push(unit)
      return unit === 'tag both' ? ('theirs' as const) : ('mine' as const)
    }
    expect(rebaseMap<string>(base, mine, theirs, { pick, unit: 'tag' })).toEqual({
      both: '3',
      alike: '2',
      mine: '2',
      theirs: '3',
    })
    expect(asked).toEqual(['tag both', 'tag gone'])
  })

  it('keeps the present order of a list and appends what is new', () => {
    expect(rebaseList(['a', 'b'], ['b', 'd'], ['c', 'b', 'a'], (entry) => entry)).toEqual(['c', 'b', 'd'])
  })
})
