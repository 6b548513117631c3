import { expect, it } from 'vitest'
import { columnsTaken } from './columns-taken.ts'
import { readList } from './read-list.ts'

const TOKEN = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"x","pad":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}').toString('base64url')}.c2lnbmF0dXJl`
const ID = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const labels = (text: string) => readList(text).terms.map(({ label }) => label)

it.each<[string, string, string[]]>([
  ['a column', '48213\n51177\r\n\n 60001 \n48213', ['48213', '51177', '60001']],
  ['one line', '48213, 51177; 60001', ['48213', '51177', '60001']],
  ['names with blanks', 'Anna Maria Schmidt\nBert', ['Anna Maria Schmidt', 'Bert']],
  ['CSV with a header', 'name,userId,city\n"Doe, Jane",48213,Rome\nBert,51177,Bonn', ['48213', '51177']],
  [
    'every column of identifiers',
    'userid,email\nunknown-7,ann@example.com\n,bob@example.com',
    ['unknown-7, ann@example.com', 'bob@example.com'],
  ],
  [
    'two columns without a header',
    '48213;ann@example.com;1\n51177;bob@example.com;2',
    ['48213, ann@example.com', '51177, bob@example.com'],
  ],
  ['a header of one column', 'email\nann@example.com\nbob@example.com', ['ann@example.com', 'bob@example.com']],
  [
    'a header before a line that is a token',
    `name,email,id\nAnn,ann@example.com,7\n${TOKEN}\nBob,bob@example.com,8`,
    ['ann@example.com, 7', 'Token 1', 'bob@example.com, 8'],
  ],
  [
    'a header before shorter lines',
    'email,id\nann@example.com,7\nbob@example.com',
    ['ann@example.com, 7', 'bob@example.com'],
  ],
  ['CSV without one', 'Jane;jane@example.com;1\nBert;bert@example.com;x', ['jane@example.com', 'bert@example.com']],
  ['a sheet', 'e-mail\tplan\njane@example.com\tpro', ['jane@example.com']],
  ['an export of people', `identifier,result,identity_id\nada,known,${ID}`, [`ada, ${ID}`]],
  ['ids in a log', `took ${ID}\nand ${ID} again`, [ID]],
  ['a token in lines', `48213\n${TOKEN.slice(0, 60)}\n${TOKEN.slice(60)}\n51177`, ['48213', 'Token 1', '51177']],
])('%s names its people', (_, text, expected) => {
  expect(labels(text)).toEqual(expected)
})

it('no piece of a token is anybody to look up', () => {
  const text = `user,token\nada,${TOKEN}\nbob,Bearer ${TOKEN}`
  const keys = readList(text).terms.filter(({ kind }) => kind === 'key')
  expect(keys).toMatchObject([{ label: 'ada' }, { label: 'bob' }])
})

it('what was taken of a table is told', () => {
  const told = (text: string) => {
    const { columns } = readList(text)
    return columns && columnsTaken(columns)
  }
  expect(told('userid,email,city\n48213,ann@example.com,Rome')).toBe(
    'Each line is one person, by userid and email. The first line names the columns. Left out: city. To look a column up that was left out, paste it alone.',
  )
  expect(told('48213;ann@example.com;1\n51177;bob@example.com;2')).toBe(
    'Each line is one person, by column 1 and column 2. Left out: column 3. To look a column up that was left out, paste it alone.',
  )
  expect(told('48213\n51177')).toBeNull()
})

it('a list is cut where it is too long, and says so', () => {
  const { terms, left } = readList(Array.from({ length: 230 }, (_, index) => `user-${index}`).join('\n'))
  expect([terms.length, left]).toEqual([200, 30])
})

it('nobody is asked for by a sentence', () => {
  const text = 'sign-in of ada-1 failed for the second time'
  expect(readList(`${text}\nHaus 48213`).terms).toMatchObject([{ kind: 'refused', label: text }, { kind: 'key' }])
})
