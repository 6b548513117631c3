import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebaseSequence } from './rebase-sequence.ts'

const put = (base: string, mine: string, theirs: string, side: 'mine' | 'theirs' = 'mine') => {
  const asked: string[] = []
  const pick = (unit: string) => {
    asked.push(unit)
    return side
  }
  return { list: rebaseSequence([...base], [...mine], [...theirs], pick, 'rules').join(''), asked: asked.length }
}

describe('two changes of one ordered list', () => {
  it.each([
    ['changes at different places', 'abcd', 'xbcd', 'abcy', 'xbcy', 0],
    ['additions at different places', 'abc', 'xabc', 'abyc', 'xabyc', 0],
    ['additions at one place, theirs first', 'ab', 'abx', 'aby', 'abyx', 0],
    ['a removal beside an addition', 'abc', 'bc', 'abcy', 'bcy', 0],
    ['the same change twice', 'abc', 'axc', 'axc', 'axc', 0],
    ['a move', 'abc', 'cab', 'abc', 'cab', 0],
    ['two changes of one place', 'abc', 'axc', 'ayc', 'axc', 1],
    ['a change of what they removed', 'abc', 'axc', 'ac', 'axc', 1],
  ])('puts together %s', (_, base, mine, theirs, list, asked) => {
    expect(put(base, mine, theirs)).toEqual({ list, asked })
  })

  it('takes theirs where that is picked', () => {
    expect(put('abc', 'xbz', 'ybc', 'theirs').list).toBe('ybz')
  })

  it('leaves either change alone as it is', () => {
    const list = string({ unit: constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
    assert(
      property(list, list, (base, changed) => {
        expect(put(base, changed, base)).toEqual({ list: changed, asked: 0 })
        expect(put(base, base, changed)).toEqual({ list: changed, asked: 0 })
        expect(put(base, changed, changed)).toEqual({ list: changed, asked: 0 })
      }),
    )
  })
})
