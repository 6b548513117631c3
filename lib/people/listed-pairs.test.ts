import { expect, it } from 'vitest'
import { listedItems } from './listed-items.ts'
import { listedPairs } from './listed-pairs.ts'

const TOKEN = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"x","pad":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}').toString('base64url')}.c2lnbmF0dXJl`
const inOrder = (text: string, isSwapped?: boolean) =>
  listedPairs(text, isSwapped).pairs.map(({ source, destination }) => `${source} → ${destination}`)

it.each<[string, string, string[]]>([
  ['two columns', 'ada,ada2\nbob,bob2\n\nada,ada2', ['ada → ada2', 'bob → bob2']],
  ['semicolons and blanks', ' ada ; ada2 \r\nbob;bob2', ['ada → ada2', 'bob → bob2']],
  ['tabs with a third column', 'ada\tada2\tMay\nbob\tbob2', ['ada → ada2', 'bob → bob2']],
  ['quoted cells', '"Doe, Jane","a ""b"""', ['Doe, Jane → a "b"']],
  ['a head', 'source,destination\nada,ada2', ['ada → ada2']],
  ['users that begin as names of columns do', 'old-1,new-1\nold-2,new-2', ['old-1 → new-1', 'old-2 → new-2']],
  ['a head of longer names', 'from_user_id,to user\nada,ada2', ['ada → ada2']],
  ['a head the other way round', 'keep,note,move\nada2,x,ada', ['ada → ada2']],
])('pairs are read from %s', (_, text, pairs) => {
  expect(inOrder(text)).toEqual(pairs)
})

it('pairs are turned round where the first column is the one that stays', () => {
  expect(inOrder('ada,ada2', true)).toEqual(['ada2 → ada'])
  expect(listedPairs('from,to\na,b', true)).toMatchObject({ columns: { source: 'to', destination: 'from' } })
})

it('lines without a pair and with a token are told by their numbers', () => {
  expect(listedPairs(`ada\n\nbob,\n${TOKEN},bob2\neve,eve2`)).toEqual({
    pairs: [{ source: 'eve', destination: 'eve2' }],
    columns: null,
    unread: [1, 3, 4],
    isWhole: true,
  })
})

it('a list of identifiers leaves tokens out, and names each once', () => {
  expect(listedItems(`ada\n${TOKEN}\nbob\nada\n`)).toEqual({ items: ['ada', 'bob'], tokens: 1, odd: 0, isWhole: true })
  expect(listedItems('user_id,city\n48213,Rome\n51177,Bonn')).toMatchObject({ items: ['48213', '51177'], tokens: 0 })
  expect(listedItems(' \n')).toEqual({ items: [], tokens: 0, odd: 0, isWhole: true })
})

it('what no store keeps as an identifier is left out and told', () => {
  const long = 'é'.repeat(1_001)
  expect(listedItems(`ada\n${long}\na\u0007b\n\ud83d\nbob`)).toEqual({
    items: ['ada', 'bob'],
    tokens: 0,
    odd: 3,
    isWhole: true,
  })
  expect(listedPairs(`ada,${long}\nbob,bob2\n\ud83d,eve`)).toMatchObject({
    pairs: [{ source: 'bob', destination: 'bob2' }],
    unread: [1, 3],
  })
})

it('a file of another encoding is no list', () => {
  const utf16 = Buffer.from('ada,ada2\nbob,bob2', 'utf16le').toString('utf8')
  expect(listedItems(utf16)).toEqual({ items: [], tokens: 0, odd: 0, isWhole: false })
  expect(listedPairs(utf16)).toEqual({ pairs: [], columns: null, unread: [], isWhole: false })
})
