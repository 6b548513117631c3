import { describe, expect, it } from 'vitest'
import { changeSelection, nothingSelected, type Selection } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const of = (selection: Selection) => [...selection.ids].toSorted().join('')
const select = (...ids: string[]): Selection =>
  ids.reduce((selection, id) => changeSelection(selection, { type: 'toggle', id }), nothingSelected)

describe('selection', () => {
  it('toggles a row on and off', () => {
    expect(of(select('b'))).toBe('b')
    expect(of(select('b', 'b'))).toBe('')
  })

  it('extends from the anchor in either direction', () => {
    expect(of(changeSelection(select('b'), { type: 'range', id: 'd', order }))).toBe('bcd')
    expect(of(changeSelection(select('d'), { type: 'range', id: 'a', order }))).toBe('abcd')
  })

  it('clears a range from an anchor that was just cleared', () => {
    const all = changeSelection(nothingSelected, { type: 'all', order })
    const cleared = changeSelection(all, { type: 'toggle', id: 'b' })
    expect(of(changeSelection(cleared, { type: 'range', id: 'd', order }))).toBe('ae')
  })

  it('starts a range at the row itself when there is no anchor, or the anchor is gone', () => {
    expect(of(changeSelection(nothingSelected, { type: 'range', id: 'c', order }))).toBe('c')
    expect(of(changeSelection(select('x'), { type: 'range', id: 'c', order }))).toBe('cx')
  })

  it('starts a range at the row it is told when there is no anchor', () => {
    expect(of(changeSelection(nothingSelected, { type: 'range', id: 'c', from: 'a', order }))).toBe('abc')
  })

  it('lets go of rows when the range is drawn back, and keeps what was selected before it', () => {
    let selection = select('e', 'b')
    selection = changeSelection(selection, { type: 'range', id: 'd', order })
    expect(of(selection)).toBe('bcde')
    selection = changeSelection(selection, { type: 'range', id: 'a', order })
    expect(of(selection)).toBe('abe')
  })

  it('starts a new range after the old one is settled', () => {
    const settled = changeSelection(select('a'), { type: 'settle' })
    expect(of(changeSelection(settled, { type: 'range', id: 'e', from: 'd', order }))).toBe('ade')
  })

  it('keeps the rest when rows are removed, and forgets a removed anchor', () => {
    const left = changeSelection(select('a', 'b', 'c'), { type: 'remove', ids: ['c'] })
    expect(of(left)).toBe('ab')
    expect(left.anchor).toBeNull()
  })

  it('does not select rows that load after all were selected', () => {
    const all = changeSelection(nothingSelected, { type: 'all', order: order.slice(0, 3) })
    expect(all.ids.has('d')).toBe(false)
  })
})
