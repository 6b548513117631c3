import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { createWorld } from '../create-world.ts'
import { SCHEMA_VERSION } from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-data-'))
afterAll(() => rmSync(folder, { recursive: true }))

const good = join(folder, 'good.db')
createWorld({ data: good, seed: 500 }).store.close()

function broken(name: string, spoil: (path: string) => void) {
  const path = join(folder, name)
  copyFileSync(good, path)
  spoil(path)
  return path
}

function sql(path: string, statement: string) {
  const database = new DatabaseSync(path)
  database.exec(statement)
  database.close()
}

const cases: [string, (path: string) => void, RegExp][] = [
  ['text', (path) => writeFileSync(path, 'not a database, just words'), /corrupt or no emulator data/],
  [
    'zeros in the middle',
    (path) => writeFileSync(path, readFileSync(path).fill(0, 8192, 40_960)),
    /is corrupt|cannot be used/,
  ],
  ['a file cut short', (path) => truncateSync(path, 20_480), /is corrupt|cannot be used/],
  [
    'data of a newer version',
    (path) => sql(path, `pragma user_version = ${SCHEMA_VERSION + 1}`),
    /newer version \(schema \d+\)/,
  ],
  ['data of another program', (path) => sql(path, 'pragma application_id = 7'), /no emulator data/],
  [
    'somebody’s plain database',
    (path) => {
      rmSync(path)
      sql(path, 'create table notes (text)')
    },
    /no emulator data/,
  ],
  ['a read-only file', (path) => chmodSync(path, 0o444), /is read-only/],
]
test.each(cases)('%s is refused in one line and left as it was', (name, spoil, message) => {
  const path = broken(`${name.replaceAll(/\W/g, '-')}.db`, spoil)
  const before = readFileSync(path)
  const open = () => createWorld({ data: path, seed: 'demo' })
  expect(open).toThrow(message)
  expect(open).toThrow(/^[^\n]+$/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a folder that is missing or read-only is refused', () => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  chmodSync(locked, 0o555)
  expect(() => createWorld({ data: join(locked, 'new.db') })).toThrow('is read-only')
  expect(() => createWorld({ data: join(folder, 'nowhere', 'new.db') })).toThrow('does not exist')
  expect(() => createWorld({ data: folder })).toThrow('is not a file')
})

test('a file whose first filling was interrupted is filled anew', () => {
  const path = broken('empty.db', (empty) => truncateSync(empty, 0))
  const world = createWorld({ data: path, seed: 5 })
  expect(world.store.get('select count(*) as n from identity')).toEqual({ n: 5 })
  world.store.close()
})

test('every commit is on the disk before it is acknowledged', () => {
  const world = createWorld({ data: join(folder, 'durable.db') })
  expect(world.store.get('pragma journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(world.store.get('pragma synchronous')).toEqual({ synchronous: 2 })
  world.store.close()
})

test('a seeded sequence of ids goes on after a restart', () => {
  const path = join(folder, 'sequence.db')
  const uuids = [1, 2].map(() => {
    const world = createWorld({ data: path, randomSeed: 3 })
    const uuid = world.random.uuid()
    world.store.close()
    return uuid
  })
  expect(uuids[0]).not.toBe(uuids[1])
  expect(uuids[0]).toBe(createWorld({ randomSeed: 3 }).random.uuid())
})
