import { expect, test } from 'vitest'
import { entriesOf, readMapHead, type MapHead } from './map-lines.ts'

const id = (number: number) => `us-east-1:00000000-0000-4000-8000-00000000000${number}`
const pool = 'us-east-1:99999999-0000-4000-8000-000000000000'

const read = (...lines: string[]): MapHead => {
  const head = readMapHead(lines)
  if (!head) throw new Error('Nobody is named')
  return head
}
const said = (line: string, head: MapHead, ...chosen: number[]) => entriesOf(line, head, new Set(chosen))

test('a file with a head names its columns, and what nobody is searched by is not likely', () => {
  const head = read(
    'sub,email,identity_pool_id,identity_id,created,verified',
    `a1,ann@example.com,${pool},${id(1)},2026-01-01T00:00:00Z,true`,
    `b2,bob@example.com,${pool},${id(2)},2026-01-02T00:00:00Z,false`,
  )
  expect(head).toEqual({
    delimiter: ',',
    identityAt: 3,
    from: 1,
    columns: [
      { at: 0, name: 'sub', sample: 'a1', isLikely: true },
      { at: 1, name: 'email', sample: 'ann@example.com', isLikely: true },
      { at: 4, name: 'created', sample: '2026-01-01T00:00:00Z', isLikely: false },
      { at: 5, name: 'verified', sample: 'true', isLikely: false },
    ],
  })
  expect(said(`a1, ann@example.com ,${pool},${id(1)},2026-01-01,true`, head, 0, 1)).toEqual([
    { knownAs: 'a1', identityId: id(1) },
    { knownAs: 'ann@example.com', identityId: id(1) },
  ])
})

test.each([
  ['without a head', [`48213;${id(1)}`, `48214;${id(2)}`], { at: 0, name: 'Column 1', sample: '48213' }],
  ['by tabs, the identity first', [`id\tnumber`, `${id(1)}\t48213`], { at: 1, name: 'number', sample: '48213' }],
  ['with a quoted comma', [`"Doe, Jane",${id(1)}`], { at: 0, name: 'Column 1', sample: 'Doe, Jane' }],
])('a file %s is read, too', (_what, lines, column) => {
  const head = read(...lines)
  expect(head.columns).toEqual([{ ...column, isLikely: true }])
  expect(said(lines.at(-1) ?? '', head, column.at)).toHaveLength(1)
})

test.each([
  ['nothing', []],
  ['no identity', ['sub,email', 'a1,ann@example.com']],
  ['identities alone', [id(1), id(2)]],
  ['pools and identities alone', [`${pool},${id(1)}`]],
])('a file with %s names nobody', (_what, lines) => {
  expect(readMapHead(lines)).toBeNull()
})

const bad = 'us-east-1:harbour'

test.each([
  ['in the middle', ['sub,identity', `a1,${id(1)}`, `a2,${bad}`, `a3,${id(3)}`], 1],
  ['first below the head', ['sub,identity', `a2,${bad}`, `a1,${id(1)}`, `a3,${id(3)}`], 1],
  ['first below the head and not said', ['sub,identity id', 'a2,n/a', 'a4,', `a1,${id(1)}`, `a3,${id(3)}`], 1],
  ['first, without a head', [`a2,${bad}`, `a1,${id(1)}`, `a3,${id(3)}`], 0],
  ['in most lines, below a head', ['sub,identity', `a2,${bad}`, `a4,${bad}`, 'a5,none', `a1,${id(1)}`], 1],
  ['and a cell too many', ['sub,identity', `a2,${bad},`, `a1,${id(1)}`, `a3,${id(3)}`], 1],
  ['and a title above', ['Members', 'sub,identity', `a1,${id(1)}`, `a2,${bad}`, `a3,${id(3)}`], 2],
])('a line whose identity is malformed %s is one of those that say nothing', (_what, lines, from) => {
  const head = read(...lines)
  expect(head).toMatchObject({ delimiter: ',', identityAt: 1, from, columns: [{ at: 0 }] })
  const told = lines.slice(from).flatMap((line) => said(line, head, 0) ?? [])
  expect(told.map(({ identityId }) => identityId)).toEqual([id(1), id(3)].filter((one) => lines.join().includes(one)))
})

test('an identity that stands among other texts makes no column of identities', () => {
  const head = read('note,identity', `see ${id(9)},${id(1)}`, `${id(2)},${id(2)}`, `gone,${id(3)}`)
  expect(head).toMatchObject({ identityAt: 1, columns: [{ at: 0, name: 'note' }] })
})

test('a line without an identity, or without a name, says nothing', () => {
  const head = read('sub,identity', `a1,${id(1)}`)
  for (const line of ['a1,', 'a1', '', `,${id(1)}`, `${'x'.repeat(257)},${id(1)}`, `a\0b,${id(1)}`])
    expect(said(line, head, 0)).toBeNull()
})
