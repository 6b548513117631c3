import { expect, it } from 'vitest'
import { ID, ID_TOKEN } from '../pasted/tokens-for-tests.ts'
import { readUser, userOf } from './read-user.ts'

const read = (text: string) => readUser({ text, meant: false })
const UUID = ID.slice(ID.indexOf(':') + 1)

it.each(['user-31', ' user-31 ', 'Anna Maria Schmidt', 'google-oauth2|107812', 'jane@example.com', UUID])(
  '%j is a user at once',
  (text) => expect(read(text)).toEqual({ kind: 'user', userIdentifier: text.trim() }),
)

it.each<[string, string[]]>([
  ['{"user_id":"user-31"}', ['user-31']],
  ['"user-31",', ['user-31']],
  ['curl -H "x-user: user-11" https://api', ['user-11']],
  ['ERROR jane-48213 failed', ['jane-48213']],
  ['48213, 51177 <jane@example.com>', ['jane@example.com']],
  [ID, []],
  ['she called about her order twice', []],
])('%j may mean another one, or what stands there', (text, users) => {
  expect(read(text)).toEqual({ kind: 'choice', users, exactly: text })
})

it('a text that is too long is not meant as it stands', () => {
  const text = `{"user_id":"user-31","pad":"${'x'.repeat(1024)}"}`
  expect(read(text)).toEqual({ kind: 'choice', users: ['user-31'], exactly: null })
})

it('a token is nobody, nor is a part of one or a whole log', () => {
  for (const text of [ID_TOKEN, `Bearer ${ID_TOKEN}`, ID_TOKEN.slice(50), 'x'.repeat(1025)])
    expect(read(text)).toMatchObject({ kind: 'refused' })
})

it('what a button put into the box is meant as it stands', () => {
  expect(userOf({ text: '{"user_id":"user-31"}', meant: true })).toBe('{"user_id":"user-31"}')
  expect(userOf({ text: '{"user_id":"user-31"}', meant: false })).toBe('')
})
