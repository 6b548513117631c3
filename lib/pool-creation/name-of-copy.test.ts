import { expect, test } from 'vitest'
import { nameOfCopy } from './name-of-copy.ts'

test.each([
  ['Shop', 'Shop copy'],
  ['Shop copy', 'Shop copy 2'],
  ['Shop copy 9', 'Shop copy 10'],
  ['copy', 'copy copy'],
  ['n'.repeat(128), `${'n'.repeat(123)} copy`],
])('the copy of %s is called %s', (name, copy) => {
  expect(nameOfCopy(name)).toBe(copy)
})
