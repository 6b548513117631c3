import { describe, expect, it } from 'vitest'
import type { Column } from './column.ts'
import { inOrder, nextOrder, rowOrder, withOrder } from './row-order.ts'

type Row = { name: string; at: number | null }

const column = (head: string, sort?: Column<Row>['sort']): Column<Row> => ({
  head,
  width: '',
  cell: () => null,
  ...(sort && { sort }),
})
const columns = [column('Name', ({ name }) => name), column('At', ({ at }) => at), column('Other')]
const rows: Row[] = [
  { name: 'beta', at: 10 },
  { name: 'Alpha', at: null },
  { name: 'émile', at: 9 },
  { name: 'beta', at: 9 },
]
const told = (order: { head: string; descending: boolean } | null) =>
  inOrder(rows, columns, order).map(({ name, at }) => `${name} ${at}`)

describe('the order of rows', () => {
  it('follows letters as people do, and equal ones stay as they came', () => {
    expect(told({ head: 'Name', descending: false })).toEqual(['Alpha null', 'beta 10', 'beta 9', 'émile 9'])
    expect(told({ head: 'Name', descending: true })).toEqual(['émile 9', 'beta 10', 'beta 9', 'Alpha null'])
  })

  it('follows numbers, with what is not known last either way', () => {
    expect(told({ head: 'At', descending: false })).toEqual(['émile 9', 'beta 9', 'beta 10', 'Alpha null'])
    expect(told({ head: 'At', descending: true })).toEqual(['beta 10', 'émile 9', 'beta 9', 'Alpha null'])
  })

  it('is that of the list where no column has it', () => {
    for (const head of ['Other', 'Nothing']) expect(inOrder(rows, columns, { head, descending: true })).toBe(rows)
    expect(inOrder(rows, columns, null)).toBe(rows)
  })

  it('goes up, down and back to that of the list by a press', () => {
    const up = nextOrder({ head: 'At', descending: true }, 'Name')
    expect(up).toEqual({ head: 'Name', descending: false })
    const down = nextOrder(up, 'Name')
    expect(down).toEqual({ head: 'Name', descending: true })
    expect(nextOrder(down, 'Name')).toBeNull()
  })

  it('stands in the address beside what else is asked', () => {
    const order = { head: 'Created (UTC)', descending: true }
    const query = withOrder('?q=a', order)
    expect(rowOrder(new URLSearchParams(query))).toEqual(order)
    expect(new URLSearchParams(query).get('q')).toBe('a')
    expect(withOrder(query, null)).toBe('?q=a')
    expect(withOrder('', null)).toBe('')
    expect(rowOrder(new URLSearchParams('sort=-'))).toBeNull()
  })
})
