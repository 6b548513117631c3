import { describe, expect, it } from 'vitest'
import { ID, ID_TOKEN, OPENID_TOKEN, POOL } from '../pasted/tokens-for-tests.ts'
import { readToken } from '../login-tokens/read-token.ts'
import { boxWith, emptyBox, readBox, withText } from './merge-boxes.ts'
import { readSide } from './read-side.ts'

const OTHER = 'us-east-1:00000000-0000-4000-8000-00000000000b'
const UUID = ID.slice(ID.indexOf(':') + 1)
const side = (text: string) => readSide(text, POOL)

describe('one side of a merge', () => {
  it.each([
    ['an identity ID in a line of a log', `INFO identityId=${ID};`, { identityId: ID }],
    ['an ID without its Region, which is the pool’s', UUID, { identityId: `eu-west-1:${UUID}` }],
    ['a user', ' 48213 ', { userIdentifier: '48213' }],
    [
      'a token of the identity pool itself',
      OPENID_TOKEN,
      { identityId: readToken(OPENID_TOKEN)?.identity?.identityId },
    ],
  ])('is %s', (_what, text, key) => {
    expect(side(text)).toMatchObject({ kind: 'side', key })
  })

  it('is chosen where a text names several', () => {
    const text = `${ID} ${OTHER}`
    expect(side(text)).toEqual({
      kind: 'choice',
      keys: [{ identityId: ID }, { identityId: OTHER }, { userIdentifier: text }],
    })
  })

  it('is chosen where a text says of nobody that they are meant', () => {
    const text = 'ERROR jane-48213 failed'
    expect(side(text)).toEqual({ kind: 'choice', keys: [{ userIdentifier: 'jane-48213' }, { userIdentifier: text }] })
  })

  it.each([
    ['a token', `Bearer ${ID_TOKEN}`, 'token'],
    ['a pool', POOL, 'pool'],
    ['a text', 'x'.repeat(2000), 'too long'],
  ])('is not %s, and the reason is told', (_what, text, why) => {
    expect(side(text)).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) as string })
  })

  it('is nothing in an empty box', () => {
    expect(readBox(emptyBox, POOL)).toEqual({ kind: 'empty' })
  })

  it('can be meant exactly as typed, and is when a button put it there', () => {
    expect(side('"quoted"')).toEqual({
      kind: 'side',
      key: { userIdentifier: 'quoted' },
      exactly: { userIdentifier: '"quoted"' },
    })
    const box = boxWith({ userIdentifier: ' "le\nad"' })
    expect(readBox(box, POOL)).toEqual({ kind: 'side', key: { userIdentifier: ' "le\nad"' }, exactly: null })
    expect(withText(box, ' "lead"')).toBe(box)
    expect(readBox(withText(box, 'lead'), POOL)).toMatchObject({ key: { userIdentifier: 'lead' } })
  })
})
