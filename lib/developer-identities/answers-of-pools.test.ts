import { expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { answersOfPools } from './answers-of-pools.ts'

const notFound = (message: string) => new AppError({ code: 'NOT_FOUND', message, awsName: 'ResourceNotFoundException' })

it('asks 60 pools at once, so that none waits for another', async () => {
  const gates = new Map<string, () => void>()
  const pools = Array.from({ length: 60 }, (_, index) => ({ poolId: `us-east-1:${index}`, describeFirst: false }))
  const answers = answersOfPools(pools, {
    developerProvider: () => Promise.reject(new Error('known pools are not described')),
    lookup: async (poolId) => {
      await new Promise<void>((resolve) => gates.set(poolId, resolve))
      return { identityId: 'us-east-1:a', userIdentifiers: ['ada'], nextCursor: null }
    },
  })[Symbol.asyncIterator]()
  for (const { poolId } of pools.toReversed()) {
    const next = answers.next()
    gates.get(poolId)?.()
    expect((await next).value).toMatchObject({ ok: true, value: { poolId, value: { kind: 'found', more: false } } })
  }
  expect((await answers.next()).done).toBe(true)
})

it.each([
  ['a user whom the pool does not know', 'Developer user identifier not found.', { value: { kind: 'absent' } }],
  ['a pool that is gone', "IdentityPool 'us-east-1:a' not found.", { value: null, error: { code: 'NOT_FOUND' } }],
])('tells %s', async (_what, message, expected) => {
  const [answer] = await Array.fromAsync(
    answersOfPools([{ poolId: 'us-east-1:a', describeFirst: false }], {
      developerProvider: async () => null,
      lookup: () => Promise.reject(notFound(message)),
    }),
  )
  expect(answer).toMatchObject({ ok: true, value: expected })
})
