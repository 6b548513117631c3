import { expect, test } from 'vitest'
import { readKeepList, withoutKept } from './keep-list.ts'

const id = (end: string) => `us-east-1:1b2c3d4e-5f60-4718-92a3-${end.padStart(12, '0')}`

test('the ids of a CSV are kept, wherever they stand in a line', () => {
  const list = readKeepList(`identity,last seen\n"${id('1')}",2026-01-01\r\n2,${id('2')}\n\n${id('3')};${id('4')}\n`)
  expect(list.linesWithout).toBe(0)
  expect(withoutKept(['1', '2', '3', '4', '5'].map(id), list)).toEqual([id('5')])
})

test('an id is kept in capitals, in an address and without its Region', () => {
  const list = readKeepList(
    [id('a').toUpperCase(), `https://app.example/?id=${encodeURIComponent(id('b'))}`, id('c').slice(10)].join('\n'),
  )
  expect(list.linesWithout).toBe(0)
  expect(withoutKept(['a', 'b', 'c', 'd'].map(id), list)).toEqual([id('d')])
})

test('of a line that names several, each is kept in whatever form', () => {
  const list = readKeepList(`${id('a')},${id('b').slice(10)}
${id('c')};${id('d').toUpperCase()}
"${id('e')}",
`)
  expect(withoutKept(['a', 'b', 'c', 'd', 'e', 'f'].map(id), list)).toEqual([id('f')])
})

test('lines that name nobody are counted, for somebody to look at them', () => {
  expect(readKeepList(`id\n${id('1')}\nada@example.com\nus-east-1:1b2c3d4e\n`)).toMatchObject({ linesWithout: 2 })
  expect(readKeepList('')).toEqual({ ids: new Set(), linesWithout: 0 })
})
