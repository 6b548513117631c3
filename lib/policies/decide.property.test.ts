import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRequest as decide, type ReachRequest } from './decide-request.ts'

const keys = ['aws:SourceIp', 'aws:PrincipalTag/team', 'cognito-identity.amazonaws.com:sub', 's3:prefix']
const values = fc.constantFrom(
  'a',
  'b',
  'a*',
  '10.0.0.1',
  '10.0.0.0/8',
  'true',
  '5',
  '2026-01-01',
  '${aws:PrincipalTag/team}',
)
const operators = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'NumericLessThan',
  'DateGreaterThan',
  'Bool',
  'IpAddress',
  'NotIpAddress',
  'ArnLike',
  'Null',
  'StringEqualsIfExists',
  'ForAllValues:StringLike',
  'ForAnyValue:StringNotEquals',
  'StringEqualsIgnoreCase',
  'Strange',
)
const some = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }))
const condition = fc.dictionary(operators, fc.dictionary(fc.constantFrom(...keys), some(values), { maxKeys: 2 }), {
  maxKeys: 2,
})
const actions = some(fc.constantFrom('*', 's3:*', 's3:GetObject', 'S3:get*', 'iam:PassRole', 'dynamodb:Get?tem'))
const resources = some(
  fc.constantFrom(
    '*',
    'arn:aws:s3:::photos/*',
    'arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*',
    'arn:aws:s3:::a',
    "arn:aws:s3:::photos/${aws:PrincipalTag/team, 'a'}/*",
  ),
)
const statementOf = (effect: fc.Arbitrary<string>) =>
  fc
    .record({
      Effect: effect,
      what: fc.tuple(fc.constantFrom('Action', 'NotAction'), actions),
      where: fc.tuple(fc.constantFrom('Resource', 'NotResource'), resources),
      Condition: condition,
    })
    .map(({ what: [action, named], where: [resource, on], ...rest }) => ({ ...rest, [action]: named, [resource]: on }))
const policyOf = (effect: fc.Arbitrary<string>) =>
  fc.array(statementOf(effect), { maxLength: 4 }).map((Statement) => ({ Version: '2012-10-17', Statement }))
const policy = policyOf(fc.constantFrom('Allow', 'Allow', 'Deny'))

const said = fc.constantFrom('a', 'b', '10.0.0.1', 'true', '5', '2026-02-01', 'a/b')
const whole = fc.record(
  Object.fromEntries(keys.map((key) => [key, fc.option(fc.oneof(said, fc.array(said, { maxLength: 2 })))])),
)
const known = fc.tuple(whole, fc.subarray(keys))

const request = fc.record({
  identity: fc.array(policy, { minLength: 1, maxLength: 3 }),
  boundary: fc.option(policy, { nil: undefined }),
  session: fc.option(fc.array(policy, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'iam:PassRole', 'dynamodb:GetItem'),
  resource: fc.constantFrom('*', 'arn:aws:s3:::photos/a/x', 'arn:aws:s3:::photos/b', 'arn:aws:s3:::a'),
})

/** A request in which the keys of a list are known. */
function knowing(asked: Omit<ReachRequest, 'context' | 'absent'>, [all, names]: [Record<string, unknown>, string[]]) {
  const context = Object.fromEntries(names.filter((key) => all[key] !== null).map((key) => [key, all[key]]))
  return { ...asked, context, absent: names.filter((key) => all[key] === null) }
}

const isStrange = (asked: unknown) => JSON.stringify(asked).includes('Strange')

const RANK = { denied: 0, depends: 1, allowed: 2 }
const rank = (asked: ReachRequest) => RANK[decide(asked).decision]
const runs = { numRuns: 5000 }

describe('for any policies', () => {
  it('there is an answer, and it depends on keys that are unknown or on none', () => {
    fc.assert(
      fc.property(request, known, (asked, of) => {
        const { decision, on } = decide(knowing(asked, of))
        expect(on.length > 0).toBe(decision === 'depends')
        expect(isStrange(asked) ? [] : on.filter((key) => of[1].includes(key))).toEqual([])
      }),
      runs,
    )
  })

  it('a deny never widens and an allow never narrows', () => {
    fc.assert(
      fc.property(
        request,
        known,
        policyOf(fc.constant('Deny')),
        policyOf(fc.constant('Allow')),
        (asked, of, denies, allows) => {
          const plain = knowing(asked, of)
          const before = rank(plain)
          expect(rank({ ...plain, identity: [...plain.identity, denies] })).toBeLessThanOrEqual(before)
          expect(rank({ ...plain, identity: [...plain.identity, allows] })).toBeGreaterThanOrEqual(before)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('a boundary and session policies never widen', () => {
    fc.assert(
      fc.property(request, known, policy, (asked, of, more) => {
        const { boundary: _boundary, session: _session, ...plain } = knowing(asked, of)
        expect(rank({ ...plain, boundary: more })).toBeLessThanOrEqual(rank(plain))
        expect(rank({ ...plain, session: [more] })).toBeLessThanOrEqual(rank(plain))
      }),
      { numRuns: 1000 },
    )
  })

  it('what becomes known settles what was open and turns no certain answer round', () => {
    fc.assert(
      fc.property(request, whole, fc.subarray(keys), (asked, all, some) => {
        const before = decide(knowing(asked, [all, some])).decision
        const after = decide(knowing(asked, [all, keys])).decision
        expect(before === 'depends' ? before : after).toBe(before)
        expect(after === 'depends' && !isStrange(asked)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('whatever a document holds, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.jsonValue(), fc.string()), (document) => {
        expect(decide({ identity: [document], action: 'a:B', resource: '*' }).decision).toMatch(
          /denied|allowed|depends/,
        )
      }),
      runs,
    )
  })
})
