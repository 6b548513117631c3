import { sample, string } from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../emulator/server/listen.ts'
import { createWorld } from '../emulator/create-world.ts'
import { awkwardPool, barePool } from './pools-for-tests.ts'
import { sendAll } from './send-commands-for-tests.ts'
import { makePool, readPool, SECRET } from './service-pool-for-tests.ts'
import { argumentsOf, has, runShell } from './shell-for-tests.ts'
import { shellQuote } from './shell-quote.ts'
import type { PoolSnapshot } from './snapshot.ts'
import { toCreateCommands, toDeleteIdentitiesCommands, toSaveCommands, toUpdateCommands } from './to-aws-cli.ts'

const variables = { TWITTER_CONSUMER_SECRET: SECRET }
const pools = [
  ['that uses everything', awkwardPool],
  ['that has nothing but a name', barePool],
] as const
const providers = ({ principalTags }: PoolSnapshot) => principalTags.map(({ provider }) => provider)

describe.each(pools)('the commands of a pool %s', (_, snapshot) => {
  it('make an equal pool when they are sent by the SDK', async () => {
    const [first, second] = [createWorld({ randomSeed: 1 }), createWorld({ randomSeed: 2 })]
    const original = await makePool(first, snapshot)
    const { poolId: copy } = await sendAll(
      second,
      await argumentsOf(toCreateCommands(snapshot, snapshot.pool.region), variables),
    )
    expect(await readPool(second, copy, providers(snapshot))).toEqual(
      await readPool(first, original, providers(snapshot)),
    )
  })

  it('set another pool to the same', async () => {
    const [first, second] = [createWorld({ randomSeed: 1 }), createWorld({ randomSeed: 2 })]
    const original = await makePool(first, snapshot)
    const other = snapshot === barePool ? awkwardPool : barePool
    const { region, developerProviderName } = snapshot.pool
    const poolId = await makePool(second, { ...other, pool: { ...other.pool, region, developerProviderName } })
    const update = toUpdateCommands({ ...snapshot, pool: { ...snapshot.pool, poolId } })
    await sendAll(second, await argumentsOf(update, variables))
    const expected = await readPool(first, original, providers(snapshot))
    expect(await readPool(second, poolId, providers(snapshot))).toEqual(expected)
  })
})

describe('a secret', () => {
  it('that is not set stops the commands before anything is sent', async () => {
    const { code, out, errors } = await runShell(`aws() { echo sent; }\n${toCreateCommands(awkwardPool, 'us-east-1')}`)
    expect(code).not.toBe(0)
    expect(out).not.toContain('sent')
    expect(errors).toContain('TWITTER_CONSUMER_SECRET')
  })
})

describe('a save', () => {
  it('never prints a secret, whatever stands in its place', () => {
    const loginProviders = { 'api.twitter.com': 'key;new secret' }
    const commands = toSaveCommands({ ...barePool.pool, loginProviders }, [])
    expect(commands).toContain(`'{"api.twitter.com":"key;'"\${TWITTER_CONSUMER_SECRET:?}"'"}'`)
  })
})

describe('shell quoting', () => {
  it('hands every text on as it is', async () => {
    const texts = sample(string({ unit: 'grapheme', maxLength: 40 }), 400).filter((text) => !text.includes('\0'))
    const awkward = ["'", `"`, '$(id)', '`id`', '~', '=ls', '-n', '', '\\', '!!', '*', '{a,b}', 'a\nb', '#x', "''\\''"]
    const all = [...awkward, ...texts]
    const { out } = await runShell(`printf '%s\\0' ${all.map(shellQuote).join(' ')}`)
    expect(out.split('\0').slice(0, -1)).toEqual(all)
  })
})

describe('deleting identities', () => {
  it('takes 60 with each command', async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `us-east-1:${index.toString(16).padStart(36, '0')}`)
    const calls = await argumentsOf(toDeleteIdentitiesCommands('us-east-1', ids))
    const deleted = calls.map((words) => words.slice(words.indexOf('--identity-ids-to-delete') + 1))
    expect(deleted.map(({ length }) => length)).toEqual([60, 60, 10])
    expect(deleted.flat()).toEqual(ids)
  })
})

describe.each(has('aws', '--version') ? pools : [])(
  'the AWS CLI itself, given the commands of a pool %s',
  (_, snapshot) => {
    it('makes an equal pool', { timeout: 60_000 }, async () => {
      const [first, second] = [createWorld({ randomSeed: 1 }), createWorld({ randomSeed: 2 })]
      const original = await makePool(first, snapshot)
      const { server, url } = await listen(second, { host: '127.0.0.1', port: 0 })
      onTestFinished(() => {
        server.closeAllConnections()
        server.close()
      })
      const { code, out, errors } = await runShell(
        `{ ${toCreateCommands(snapshot, snapshot.pool.region)}; } >&2 && echo "$POOL_ID"`,
        {
          ...variables,
          AWS_ENDPOINT_URL: url,
          AWS_ACCESS_KEY_ID: 'test',
          AWS_SECRET_ACCESS_KEY: 'test',
          AWS_CONFIG_FILE: '/dev/null',
          LC_ALL: 'C.UTF-8',
        },
      )
      expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' })
      const expected = await readPool(first, original, providers(snapshot))
      expect(await readPool(second, out.trim(), providers(snapshot))).toEqual(expected)
    })
  },
)
