import { describe, expect, it } from 'vitest'
import { absenceMeaning, absenceTitle, askedSentence, leftOutSentences } from './asked-words.ts'

const asked = { total: 9, waiting: 0, refused: 0, silent: 0, found: 0 }

describe('a search over pools', () => {
  it.each([
    [{ ...asked, waiting: 2, found: 1 }, 'Asking: 7 of 9 pools answered. 1 knows the user.'],
    [
      { ...asked, found: 2, refused: 1, silent: 3 },
      '9 pools asked. 2 know the user. 1 refused to answer. 3 did not answer.',
    ],
    [{ ...asked, total: 1 }, '1 pool asked.'],
  ])('tells how far it is: %j', (state, sentence) => {
    expect(askedSentence(state)).toBe(sentence)
  })

  it.each([
    [asked, 'None of the 9 pools that could be asked knows ada'],
    [{ ...asked, refused: 7, silent: 1 }, 'The 1 pool that could be asked does not know ada'],
    [{ ...asked, refused: 4, silent: 5 }, 'Nothing is known of ada: no pool answered'],
    [{ ...asked, total: 1, refused: 1 }, 'Nothing is known of ada: the pool did not answer'],
  ])('claims absence of nobody else: %j', (state, title) => {
    expect(absenceTitle('ada', state)).toBe(title)
  })

  it('takes no silence for an answer', () => {
    expect(absenceMeaning({ ...asked, refused: 9 })).toMatch(/^Any of them may know the person\./)
    expect(absenceMeaning({ ...asked, refused: 9 })).not.toContain('never have signed in')
    expect(absenceMeaning({ ...asked, refused: 8 })).toContain('never have signed in')
  })

  it('names whom it left out', () => {
    expect(
      leftOutSentences({
        withoutProvider: ['Open', 'Kiosk'],
        unreadRegions: ['eu-west-1'],
        chosen: { name: 'Orders', others: 12 },
      }),
    ).toEqual([
      'Only Orders was asked, as chosen: 12 pools of this connection were not.',
      '2 pools have no developer provider and cannot be asked: Open, Kiosk.',
      'eu-west-1 was not read, so none of its pools was asked.',
    ])
    expect(leftOutSentences({ withoutProvider: [], unreadRegions: [], chosen: null })).toEqual([])
  })
})
