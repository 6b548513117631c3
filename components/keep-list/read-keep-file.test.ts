import { expect, it } from 'vitest'
import { readKeepFile } from './read-keep-file.ts'

const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-000000000000' }
const one = 'us-east-1:00000000-0000-4000-8000-000000000001'
const read = (text: () => Promise<string>) => readKeepFile({ name: 'active.csv', text }, { pool, number: 7 })

it('the ids of a keep list are those that the pool can have', async () => {
  expect(await read(() => Promise.resolve(`id\n${one}\nnobody\n`))).toEqual({
    name: 'active.csv',
    number: 7,
    state: 'read',
    ids: [one],
    linesWithout: 1,
  })
})

it('a file that cannot be read, or that names nobody, is never a list that keeps nobody', async () => {
  expect(await read(() => Promise.reject(new Error('gone')))).toMatchObject({
    state: 'unread',
    problem: 'active.csv could not be read.',
  })
  for (const text of ['', 'id\nnobody\n', one.replace('us-east-1', 'eu-west-1')])
    expect(await read(() => Promise.resolve(text))).toMatchObject({
      state: 'unread',
      problem: "active.csv names no identity of this pool's Region.",
    })
})
