import { expect, it } from 'vitest'
import { stylesOf } from './table-looks.ts'

it('tells the looks of tables by the names in the document', () => {
  expect(
    stylesOf({
      'Identity pools': { compact: true, columns: { Region: true, 'Guest access': false } },
      Findings: { compact: false, columns: {} },
    }),
  ).toBe(
    '[data-table="Identity pools"]{--row:28px}' +
      '[data-table="Identity pools"] [data-column="Region"]{display:table-cell}' +
      '[data-table="Identity pools"] [data-column="Guest access"]{display:none}',
  )
})
