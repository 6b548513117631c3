import { expect, test } from 'vitest'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { listIdentityMaps, searchIdentityMaps } from './actions.ts'
import { importMap } from './import-map.ts'
import { firstLines, linesOfFile } from './lines-of-file.ts'
import { HEAD_LINES, readMapHead } from './map-lines.ts'

const lifeguard = consoleForTests({ role: 'support' })
const connectionId = 'test'
const id = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

async function imported(text: string, more: { signal?: AbortSignal; replaces?: string } = {}) {
  const file = new Blob([text])
  const head = readMapHead(await firstLines(file, HEAD_LINES))
  if (!head) throw new Error('The file names nobody')
  const chosen = new Set(head.columns.filter(({ isLikely }) => isLikely).map(({ at }) => at))
  const { signal = new AbortController().signal, replaces = null } = more
  const lines = linesOfFile(file)
  return importMap({ connectionId, name: 'members.csv', lines, head, chosen, replaces, onProgress: () => {}, signal })
}
const known = async (knownAs: string) =>
  (await unwrap(searchIdentityMaps({ connectionId, knownAs }))).map(({ identityId }) => identityId)

test('a long file is imported in parts, and what names nobody is told by its lines', async () => {
  const people = Array.from({ length: 9_000 }, (_, index) => `sub-${index},p${index}@example.com,${id(index)}`)
  const text = `\uFEFFsub,email,identity\r\n${people.join('\r\n')}\r\nnobody,x@example.com,\r\n\r\n`
  const done = await imported(text)
  expect(done).toEqual({ lines: 9_004, entries: 18_000, without: { count: 1, first: [9_002] } })
  expect(await unwrap(listIdentityMaps({ connectionId }))).toMatchObject([{ name: 'members.csv', entries: 18_000 }])
  expect([await known('P8999@example.com'), await known('sub-0')]).toEqual([[id(8_999)], [id(0)]])
  const rows = await lifeguard.auditRows()
  expect(new Set(rows.map(({ operation }) => operation))).toEqual(new Set(['AddToIdentityMap', 'KeepIdentityMap']))
  expect(JSON.stringify(rows)).not.toMatch(/example\.com|sub-\d/)
  const [before = { mapId: '' }] = await unwrap(listIdentityMaps({ connectionId }))
  await imported(`sub-0,${id(7)}`, { replaces: before.mapId })
  expect([await known('sub-0'), await known('sub-1')]).toEqual([[id(7)], []])
})

test('a line whose identity is malformed is told by its number, and all others are imported', async () => {
  const done = await imported(`sub,identity\na,us-east-1:harbour\nb,${id(11)}\nc,${id(12)}x\nd,${id(13)}\n`)
  expect(done).toMatchObject({ entries: 2, without: { count: 2, first: [2, 4] } })
  expect([await known('a'), await known('d')]).toEqual([[], [id(13)]])
})

test('one that is stopped is not searched', async () => {
  await expect(imported(`stopped,${id(1)}`, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  expect(await known('stopped')).toEqual([])
})

test('lines are the same however the file comes', async () => {
  const bytes = new TextEncoder().encode('é1\r\né2\n\né3\ré4')
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
  const lines: string[] = []
  for await (const some of linesOfFile({ stream })) lines.push(...some)
  expect(lines).toEqual(['é1', 'é2', '', 'é3', 'é4'])
})
