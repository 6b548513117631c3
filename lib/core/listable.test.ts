import { expect, it } from 'vitest'
import { isListable } from './listable.ts'

it.each<[string, string[], boolean]>([
  ['an identifier', ['ada@example.com'], true],
  ['the longest of one byte a character', ['a'.repeat(1_024)], true],
  ['one character more', ['a'.repeat(1_025)], false],
  ['2,000 bytes of two bytes a character', ['é'.repeat(1_000)], true],
  ['two bytes more', ['é'.repeat(1_001)], false],
  ['emoji, whole', ['😀 ada'], true],
  ['half of one', ['\ud83d ada'], false],
  ['a NUL', ['a\0d'], false],
  ['a line feed', ['a\nb'], false],
  ['two users', ['ada', 'bob'], true],
  ['two users that are too long together', ['a'.repeat(1_000), 'b'.repeat(1_000)], false],
  ['quotes, which take two bytes in a pair', ['"'.repeat(500), '"'.repeat(500)], false],
])('%s', (_, texts, so) => {
  expect(isListable(...texts)).toBe(so)
})
