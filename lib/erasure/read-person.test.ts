import { expect, it } from 'vitest'
import { readPerson } from './read-person.ts'

const ID = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const TOKEN = `eyJhbGciOiJub25lIn0.${btoa('{"sub":"jane","iss":"https://accounts.google.com"}').replaceAll('=', '')}.c2ln`

it('a person is read line by line out of whatever was pasted', () => {
  const text = ['48213', '', ` "jane@example.com", `, `identityId=${ID};`, '48213', `id ${ID}`].join('\r\n')
  expect(readPerson(text, new Set())).toEqual({
    identifiers: ['48213', 'jane@example.com'],
    identityIds: [ID],
    tokens: 0,
    unread: [],
  })
})

it('what was carried over stays as it is', () => {
  const exact = ' "quoted" '
  expect(readPerson(`${exact}\nada`, new Set([exact])).identifiers).toEqual([exact, 'ada'])
})

it('the names of columns are nobody, and ids are ids also when carried over', () => {
  expect(readPerson('email;user_id\nada;48213x', new Set()).unread).toEqual(['email;user_id'])
  expect(readPerson('email', new Set()).identifiers).toEqual(['email'])
  expect(readPerson(`${ID}\nada`, new Set([ID, 'ada']))).toMatchObject({ identifiers: ['ada'], identityIds: [ID] })
})

it('a line with a token is no identifier, and neither is what stands beside it', () => {
  const read = readPerson(`jane ${TOKEN}\nada`, new Set())
  expect(read).toMatchObject({ identifiers: ['ada'], identityIds: [], tokens: 1 })
})

it('a sentence is searched for only when it is meant as it stands, a name at once', () => {
  const text = 'sign-in of ada-1 failed for the second time'
  expect(readPerson(`${text}\nHaus 48213`, new Set())).toMatchObject({ identifiers: ['Haus 48213'], unread: [text] })
  expect(readPerson(text, new Set([text]))).toMatchObject({ identifiers: [text], unread: [] })
})
