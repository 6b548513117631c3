import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { configOf } from './serve-for-tests.ts'
import { startForTest } from './start-for-tests.ts'
import { PUBLISHED_QUOTAS } from './state/quotas.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-main-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('options', () => {
  test('all of them are understood', () => {
    const line =
      '--port 0 --host ::1 --data x.db --seed 5 --random-seed 9 --account 111122223333 --quotas aws,GetId=0.5 --latency 50 --fault GetId=LimitExceededException:0.1,*=Disconnect --unknown-ids deny --unlink-with-developer-token accept --wrong-audience audience --values any --mappings-left-out keep --login-order name --untouched-tags not-found --jwks https://a.example/?b=http=http://127.0.0.1:1/k --keys AK:s:e --keys BK:t --control T'
    expect(readOptions(line.split(' '))).toEqual({
      host: '::1',
      port: 0,
      help: false,
      world: {
        data: 'x.db',
        seed: 5,
        randomSeed: 9,
        account: '111122223333',
        quotas: { ...PUBLISHED_QUOTAS, GetId: 0.5 },
        latencyMs: 50,
        faults: [
          { operation: 'GetId', error: 'LimitExceededException', probability: 0.1 },
          { operation: '*', error: 'Disconnect', probability: 1 },
        ],
        unknownIds: 'deny',
        unlinkWithDeveloperToken: 'accept',
        wrongAudience: 'audience',
        values: 'any',
        mappingsLeftOut: 'keep',
        loginOrder: 'name',
        untouchedTags: 'not-found',
        jwks: new Map([['https://a.example/?b=http', 'http://127.0.0.1:1/k']]),
        keys: new Map([
          ['AK', 's:e'],
          ['BK', 't'],
        ]),
        control: 'T',
      },
    })
    expect(readOptions([])).toMatchObject({
      host: '127.0.0.1',
      port: 4599,
      world: { data: ':memory:', seed: null, quotas: {} },
    })
    expect(readOptions(['--seed', 'demo', '--quotas', 'off']).world).toMatchObject({ seed: 'demo', quotas: {} })
  })

  const bad = [
    '--port x',
    '--port 65536',
    '--seed some',
    '--random-seed -',
    '--account 12',
    '--quotas fast',
    '--quotas GetId=0',
    '--latency soon',
    '--fault GetId',
    '--fault GetId=X:2',
    '--unknown-ids keep',
    '--unlink-with-developer-token maybe',
    '--wrong-audience none',
    '--values some',
    '--mappings-left-out x',
    '--login-order x',
    '--untouched-tags x',
    '--jwks nope',
    '--jwks x=http',
    '--keys nope',
    '--data=',
    '--nope',
    'word',
  ]
  test.each(bad)('%s is refused in one line that names it', (line) => {
    const option = /[\w-]*[a-z]/.exec(line)?.[0] ?? ''
    expect(() => readOptions(line.split(' '))).toThrow(new RegExp(`^(?=.*${option})[^\\n]+$`))
  })

  test('a secret is not repeated', () => {
    expect(() => readOptions(['--keys', ':secret'])).toThrow(/^(?!.*secret)/)
  })
})

describe('the program', () => {
  test('serves, keeps its data over a restart and does not fill it again', async () => {
    const data = join(folder, 'kept.db')
    const first = await startForTest('--data', data, '--seed', '3')
    expect(first.lines).toEqual([expect.stringMatching(/^Emulator ready on http:\/\/127\.0\.0\.1:\d+$/)])
    const aws = new CognitoIdentity(configOf(first.url))
    const pools = await aws.listIdentityPools({ MaxResults: 60 })
    const { IdentityPoolId } = pools.IdentityPools?.[0] ?? {}
    const { IdentityId } = await aws.getId({ IdentityPoolId })
    const keys = await (await fetch(`${first.url}/.well-known/jwks_uri`)).text()
    expect(await first.end('SIGTERM')).toBe(0)

    const second = await startForTest('--data', data, '--seed', 'demo')
    const again = new CognitoIdentity(configOf(second.url))
    expect((await again.listIdentityPools({ MaxResults: 60 })).IdentityPools).toEqual(pools.IdentityPools)
    expect((await again.listIdentities({ IdentityPoolId, MaxResults: 60 })).Identities?.at(-1)?.IdentityId).toBe(
      IdentityId,
    )
    expect(await (await fetch(`${second.url}/.well-known/jwks_uri`)).text()).toBe(keys)
    const third = await startForTest('--data', data)
    expect([third.lines, third.exitCode]).toEqual([[`emulator: Data file ${data} is in use by another process.`], 1])
    await second.end('SIGINT')
  })

  test('a port in use ends it with one line', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve))
    const { port } = blocker.address() as AddressInfo
    const { lines, exitCode } = await startForTest('--port', String(port))
    blocker.close()
    expect([lines, exitCode]).toEqual([[`emulator: Cannot listen on 127.0.0.1, port ${port}: the port is in use.`], 1])
  })
})
