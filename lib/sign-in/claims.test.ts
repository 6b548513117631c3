import { describe, expect, it } from 'vitest'
import { claimedBy } from './claims.ts'

const wanted = { roleClaim: 'groups', nameClaim: 'name' }
const claimed = (claims: object) => claimedBy({ iss: 'https://id.example.com', sub: 'ada', ...claims }, wanted)

describe('what a provider says of somebody', () => {
  it.each<[string, object, object]>([
    ['a name and groups', { name: 'Ada', groups: ['a', 'b', 'a'] }, { name: 'Ada', roleValues: ['a', 'b'] }],
    ['one group as a text', { groups: 'a' }, { roleValues: ['a'] }],
    ['a name without what cannot be seen', { name: ' A\u0000d\u202ea\ud800 ' }, { name: 'Ada' }],
    ['no more of a name than fits', { name: 'a'.repeat(1_000_000) }, { name: 'a'.repeat(120) }],
    ['the subject where there is no name', { name: '\u202e' }, { name: 'ada' }],
    ['another name where that one is none', { name: 5, email: 'a@example.com' }, { name: 'a@example.com' }],
    ['no group that is no text', { groups: [1, null, {}, ['a'], '', 'a\0', '\ud800', 'b'] }, { roleValues: ['b'] }],
    ['no group of too long a name', { groups: ['a'.repeat(257)] }, { roleValues: [] }],
    [
      'no more groups than 500',
      { groups: Array.from({ length: 600 }, (_, n) => `g${n}`) },
      { roleValues: { length: 500 } },
    ],
  ])('is taken as %s', (_, claims, expected) => {
    expect(claimed(claims)).toMatchObject(expected)
  })

  it.each<[string, object]>([
    ['without a subject', { sub: undefined }],
    ['with an empty subject', { sub: '' }],
    ['with a subject of other letters', { sub: 'a\u202e' }],
    ['with a subject that is too long', { sub: 'a'.repeat(256) }],
  ])('is nobody %s', (_, claims) => {
    expect(claimed(claims)).toBeNull()
  })

  it('names a claim that every object has in vain', () => {
    expect(claimedBy({ iss: 'i', sub: 's' }, { roleClaim: 'constructor', nameClaim: '__proto__' })).toMatchObject({
      name: 's',
      roleValues: [],
    })
  })
})
