import { expect, it } from 'vitest'
import { seenQueries } from './seen-queries.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'

it.each(['athena', 'lake', 'insights'] as const)(
  'a query for %s asks for the pool and the calls that hand out credentials',
  (id) => {
    const text = seenQueries({ poolId, identityId: null }).find((query) => query.id === id)?.text ?? ''
    expect(text).toContain(poolId)
    expect(text).toMatch(/GetCredentialsForIdentity.*AssumeRoleWithWebIdentity/)
  },
)

it('of an identity asks for it alone', () => {
  const identityId = 'us-east-1:11111111-2222-4333-8444-555555555555'
  for (const { text } of seenQueries({ poolId, identityId })) expect(text).toContain(identityId)
})
