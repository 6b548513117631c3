import { expect, it } from 'vitest'
import { shortName } from './short-name.ts'

it('of a long identifier its two ends are told, of a short one all', () => {
  expect(shortName('51177')).toBe('51177')
  expect(shortName(`${'a'.repeat(1000)}-and-the-end`)).toBe(`${'a'.repeat(48)}…-and-the-end`)
})

it('what is not seen is told as a mark', () => {
  expect(shortName(' lead')).toBe('[␣]lead')
})
