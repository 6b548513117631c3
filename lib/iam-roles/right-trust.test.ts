import { describe, expect, it } from 'vitest'
import { judgeTrust } from './judge-trust.ts'
import { markedTrust } from './marked-trust.ts'
import { rightTrust, type RightTrust } from './right-trust.ts'
import { amr, allow, aud, POOL } from './trust-cases-for-tests.ts'

const regions = ['us-east-1', 'cn-north-1', 'us-gov-west-1']
const kinds: RightTrust[] = regions.flatMap((region) =>
  (['authenticated', 'unauthenticated'] as const).flatMap((users) =>
    [true, false].map((tags) => ({ poolId: `${region}:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809`, users, tags })),
  ),
)
const providers = ['accounts.google.com', 'login.members.example']
const judged = (document: unknown, { poolId, users, tags }: RightTrust) =>
  judgeTrust(JSON.stringify(document), { poolId, users, providers }).filter(
    ({ code }) => tags || code !== 'tag-session',
  )

/** The policy without one of its parts, each in turn; what stands around a part that was its only one stays. */
function* withoutOne(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      yield value.toSpliced(at, 1)
      for (const less of withoutOne(one)) yield value.with(at, less)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>
      // Without a version IAM takes the older one, in which these statements mean the same.
      if (key !== 'Version') yield rest
      for (const less of withoutOne(one)) yield { ...value, [key]: less }
    }
  }
}

describe('a right trust policy', () => {
  it('is of twelve kinds', () => {
    expect(new Set(kinds.map((kind) => JSON.stringify(rightTrust(kind)))).size).toBe(12)
  })

  it.each(kinds)('is good for $users of $poolId, tags: $tags', (kind) => {
    expect(judged(rightTrust(kind), kind)).toEqual([])
  })

  it.each(kinds)('is refused with any one line taken out for $users of $poolId, tags: $tags', (kind) => {
    const less = [...withoutOne(rightTrust(kind))]
    expect(less.length).toBeGreaterThan(8)
    expect(less.filter((document) => judged(document, kind).length === 0)).toEqual([])
  })
})

describe('the lines of a present trust policy', () => {
  const wrongLines = (statement: object, users: 'authenticated' | 'unauthenticated' = 'authenticated') =>
    markedTrust(JSON.stringify({ Statement: [statement] }), { poolId: POOL, users, providers })
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ text, wrong }) => [text.trim(), ...wrong.map(({ code }) => code)])

  it.each([
    [
      allow({ ...aud('us-east-1:other'), ...amr() }),
      [['"cognito-identity.amazonaws.com:aud": "us-east-1:other"', 'pool']],
    ],
    [
      allow({ ...aud(), ...amr('authenticated', 'cognito-identity.amazon.com:amr') }),
      [['"cognito-identity.amazon.com:amr": "authenticated"', 'key']],
    ],
    [allow({ ...aud(), ...amr() }, { Action: 'sts:AssumeRole' }), [['"Action": "sts:AssumeRole",', 'action']]],
    [
      allow(aud()),
      [
        ['"Action": "sts:AssumeRoleWithWebIdentity",', 'tag-session'],
        ['"Condition": {', 'guests'],
      ],
    ],
    [
      allow(),
      [
        ['"Effect": "Allow",', 'any-pool', 'guests'],
        ['"Action": "sts:AssumeRoleWithWebIdentity"', 'tag-session'],
      ],
    ],
    [
      allow({ ...aud(), ...amr('graph.facebook.com') }),
      [['"cognito-identity.amazonaws.com:amr": "graph.facebook.com"', 'provider']],
    ],
    [allow({ ...aud(), ...amr() }, { Principal: { Service: 'ec2.amazonaws.com' } }), [['"Principal": {', 'principal']]],
  ])('%j', (statement, expected) => {
    expect(wrongLines(statement)).toEqual(expected)
  })

  it('are all wrong where it is no policy', () => {
    const lines = markedTrust('no policy', { poolId: POOL, users: 'authenticated', providers })
    expect(lines).toMatchObject([{ text: 'no policy', wrong: [{ code: 'unreadable' }] }])
  })
})
