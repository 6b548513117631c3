import { expect, it } from 'vitest'
import { entryKind, testOperations } from './entry-kind.ts'
import { operationLabel } from './operation-label.ts'

it('an access test is what the pages call so', () => {
  expect(testOperations.map(operationLabel).filter((label) => !label.startsWith('Access test: '))).toEqual([])
})

it.each([
  ['UpdateIdentityPool', 'pool'],
  ['DeleteIdentityPool', 'pool'],
  ['SomethingOfALaterVersion', 'pool'],
  ['MergeDeveloperIdentities', 'people'],
  ['CreateDeveloperUser', 'people'],
  ['ErasePerson', 'people'],
  ['GetId', 'test'],
  ['SuppressFinding', 'finding'],
])('%s is of the kind %s', (operation, kind) => {
  expect(entryKind(operation)).toBe(kind)
})
