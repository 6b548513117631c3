import { expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'

it('quotes what a spreadsheet would run or take for another cell', () => {
  expect(
    toCsv([
      ['name', 'note'],
      ['=1+1', 'a,"b"'],
      ['@x', 'two\nlines'],
    ]),
  ).toBe('name,note\r\n\'=1+1,"a,""b"""\r\n\'@x,"two\nlines"\r\n')
  expect(toCsv([['=cmd', 'a\tb', 'a,b']], '\t')).toBe('\'=cmd\t"a\tb"\ta,b\r\n')
})
