import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityStates } from '../identities/identity.ts'
import { parseFilter, printFilter } from './filter-text.ts'
import { anyFilter } from './index-for-tests.ts'
import { everyIdentity } from './schema.ts'

const anyName = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((name) => name.isWellFormed())

test('a filter is read as it is printed', () => {
  const any = fc
    .tuple(anyFilter, fc.uniqueArray(anyName, { maxLength: 5 }), fc.uniqueArray(anyName, { maxLength: 5 }))
    .map(([filter, providers, withoutProviders]) => ({ ...filter, providers, withoutProviders }))
  fc.assert(
    fc.property(any, (filter) => {
      expect(parseFilter(printFilter(filter))).toEqual(filter)
    }),
  )
})

test('it has the words of an address', () => {
  const text = 'state=guest,disabled provider=accounts.google.com modified<90d id=eu-west-1:ab'
  expect(printFilter(parseFilter(`  ${text.replaceAll(' ', '\n ')} `))).toBe(text)
  expect(parseFilter(text)).toEqual({
    ...everyIdentity,
    states: ['guest', 'disabled'],
    providers: ['accounts.google.com'],
    modifiedBefore: '90d',
    idPrefix: 'eu-west-1:ab',
  })
  expect([printFilter(everyIdentity), parseFilter('')]).toEqual(['', everyIdentity])
})

test.each([
  ['state=gone', `A state is one of ${identityStates.join(', ')}.`],
  ['guest', '“guest” is no condition'],
  ['modified>90d', '“modified>90d” is no condition'],
  ['toString=1', 'is no condition'],
  ['state=', '“state=” says nothing'],
  ['state=guest state=guest', '“state=” is there twice'],
  ['provider=%E0%A4%A', 'stands for nothing'],
  ['created<yesterday', 'A moment looks like'],
  ['created<2026-06-31', 'A moment looks like'],
  ['id=eu west', 'is no condition'],
  ['id=eu-west-1:xyz', 'The beginning of an id'],
])('what cannot be read is told of %s', (text, problem) => {
  expect(() => parseFilter(text)).toThrow(problem)
})
