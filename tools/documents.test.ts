import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fileSchema } from '../lib/config/schema.ts'
import { floorPlan } from './lint/floor-plan.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]

/** The paths and folders that a document names in code marks or links; `<…>` and `…` stand for any name. */
function pathsIn(document: string): string[] {
  const text = read(document)
  const marked = [...text.matchAll(/`((?:app|components|lib|e2e|tools|docs|public|\.ci)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  )
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  )
  return [...marked, ...linked]
}

const asPattern = (path: string) =>
  path
    .replaceAll(/<[^>]*>|…/g, '*')
    .replace(/\/$/, '')
    .replaceAll(/[()[\]]/g, '\\$&')

test.each(documents)('every path that %s names is there', (document) => {
  const gone = pathsIn(document).filter(
    (path) => !existsSync(join(root, path)) && globSync(asPattern(path), { cwd: root }).length === 0,
  )
  expect(gone).toEqual([])
})

test('every configuration that README.md shows is one', () => {
  const shown = [...read('README.md').matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => text)
  expect(shown.length).toBeGreaterThan(1)
  for (const text of shown) expect(fileSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
})

test('the picture of the floors is the plan', () => {
  const drawn = [...read('ARCHITECTURE.md').matchAll(/^ +floor (\d) +(.+)$/gm)].map(([, floor, rooms = '']) => [
    Number(floor),
    rooms.split(/\s+/),
  ])
  const built = floorPlan.map((rooms, index) => [
    index + 1,
    rooms.filter((room) => existsSync(join(root, 'lib', room))),
  ])
  expect(drawn).toEqual(built.toReversed())
})

test('the rooms are all told in a sentence', () => {
  const told = [...read('ARCHITECTURE.md').matchAll(/^- (`.+)$/gm)].flatMap(([line]) =>
    [...line.matchAll(/`([a-z-]+)`/g)].map(([, room]) => room),
  )
  const rooms = floorPlan.flat().filter((room) => existsSync(join(root, 'lib', room)))
  expect(rooms.filter((room) => !told.includes(room))).toEqual([])
})

test('every decision has the number of its file', () => {
  for (const path of globSync('docs/decisions/*.md', { cwd: root })) {
    const number = /(\d{3})-/.exec(path)?.[1]
    expect(read(path).split('\n', 1)[0]).toMatch(new RegExp(`^# ${number}\\. `))
  }
})
