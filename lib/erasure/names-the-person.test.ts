import { expect, it } from 'vitest'
import { namesThePerson } from './names-the-person.ts'

it.each([
  ['jane@example.com asked', 'jane@example.com'],
  ['Mail of JANE@example.com', 'jane@example.com'],
  ['48213', '48213'],
  ['jane%40example.com asked', 'jane@example.com'],
  ['JANE%2540EXAMPLE.COM', 'jane@example.com'],
  ['ja\u200bne@exam\u00adple.com', 'jane@example.com'],
  ['rene\u0301 wrote', 'Ren\u00e9'],
  ['100% of jane@example.com', 'jane@example.com'],
  ['ticket 148213, customer 48213', '48213'],
])('the reason %s names the person %s', (reason, identifier) => {
  expect(namesThePerson(reason, ['somebody', identifier])).toBe(identifier)
})

it.each([
  ['DP-148213', '48213'],
  ['DP-7', '48213'],
  ['', '7'],
])('the reason %s does not name the person %s', (reason, identifier) => {
  expect(namesThePerson(reason, [identifier, ''])).toBeNull()
})
