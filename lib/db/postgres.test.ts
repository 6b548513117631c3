import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { newDatabase } from './store-for-tests.ts'

test('a backend that dies in a transaction fails it and ends nothing else', async () => {
  const url = await newDatabase()
  const program = fileURLToPath(new URL('backend-for-tests.ts', import.meta.url))
  const child = fork(program, [url], { execArgv: ['--conditions=react-server'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exit = once(child, 'exit')
  const [begun] = (await Promise.race([once(child, 'message'), exit])) as [{ pid: number }]

  const client = new Client(url)
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [begun.pid])
  await client.end()
  child.send('on')

  const [told] = (await Promise.race([once(child, 'message'), exit])) as [unknown]
  expect(told).toEqual({ ended: 'failed', later: 1 })
  expect(await exit).toEqual([0, null])
})
