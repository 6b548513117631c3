import { expect, it } from 'vitest'
import { matchesTag } from './matches-tag.ts'

const tags = { Team: 'Red', stage: 'production', empty: '' }

it.each([
  ['', true],
  ['  ', true],
  ['team', true],
  ['red', true],
  [' TEAM=red ', true],
  ['team=r', true],
  ['empty=', true],
  ['stage=red', false],
  ['team=red=', false],
  ['blue', false],
])('a pool is found by its tags: %j', (text, found) => expect(matchesTag(tags, text)).toBe(found))

it('a pool without tags is found without a text alone', () =>
  expect([matchesTag({}, ''), matchesTag({}, 'team')]).toEqual([true, false]))
