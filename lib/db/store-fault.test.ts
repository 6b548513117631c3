import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { isStoreFault, StoreFault } from './store-fault.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const saidByPostgres = (code: string) => Object.assign(new Error('said'), { severity: 'ERROR', code })

test.each<[string, unknown]>([
  ['a database that does not answer', new StoreFault(new Error('The database does not answer'))],
  ['one of another bundle', Object.assign(new Error('x'), { name: 'StoreFault' })],
  ['a file that cannot be opened', thrownBy(() => new DatabaseSync('/nowhere/at/all.sqlite'))],
  ['a file that only reads', thrownBy(() => readOnly().exec('create table t (a)'))],
  ['a full disk', Object.assign(new Error('database or disk is full'), { errcode: 13 })],
  ['a lock that is held', Object.assign(new Error('database is locked'), { errcode: 261 })],
  ['a server that shuts down', saidByPostgres('57P01')],
  ['a server without room', saidByPostgres('53100')],
  ['what one of them caused', new Error('not audited', { cause: saidByPostgres('53200') })],
])('%s is a fault of the store', (_, error) => {
  expect(error).toBeInstanceOf(Error)
  expect(isStoreFault(error)).toBe(true)
})

test.each<[string, unknown]>([
  ['a row that is there already', saidByPostgres('23505')],
  ['a constraint', thrownBy(() => constrained())],
  ['an error of the program', new TypeError('x is undefined')],
  ['something that is no error', 'database is locked'],
])('%s is none', (_, error) => {
  expect(isStoreFault(error)).toBe(false)
})

test('what PostgreSQL says of a statement is none', async () => {
  const client = new Client(inject('postgresUrl'))
  await client.connect()
  const said: unknown = await client.query('select 1 / 0').catch((error: unknown) => error)
  await client.end()
  expect(said).toMatchObject({ code: '22012' })
  expect(isStoreFault(said)).toBe(false)
})

function readOnly() {
  const database = new DatabaseSync(':memory:')
  database.exec('pragma query_only = on')
  return database
}

const constrained = () => new DatabaseSync(':memory:').exec('create table t (a unique); insert into t values (1), (1)')
