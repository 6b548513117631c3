import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { simulate } from '../emulator/rules/simulate-policies.ts'
import { decideRequest } from './decide-request.ts'

const keys = ['aws:SourceIp', 'aws:PrincipalTag/team', 's3:prefix', 'aws:TagKeys', 'aws:CurrentTime', 'aws:SourceArn']
const ARN = 'arn:aws:sns:us-east-1:111122223333:topic'
const someTexts = [
  'a',
  'b',
  'A',
  'a*',
  '?',
  '*',
  '',
  '10.0.0.1',
  '10.0.0.0/8',
  '2001:db8::/32',
  '2001:db8::1',
  'true',
  'False',
  '5',
  '5.0',
  '10',
  '2026-01-01',
  '2026-01-01T00:00:00Z',
  '1767225600',
  ARN,
  'arn:aws:sns:*:*:t*',
  'arn:aws:s*:*',
  '${aws:PrincipalTag/team}',
  "${aws:PrincipalTag/team, 'a'}",
  '${*}',
  'a${?}',
  '${AWS:PRINCIPALTAG/TEAM}/x',
]
const texts = fc.constantFrom(...someTexts)
const scalar = fc.oneof(texts, fc.constantFrom(5, 10, true, false))
const some = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { maxLength: 3 }))
const plain = ['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'].map(
  (name) => `String${name}`,
)
const ordered = ['Numeric', 'Date'].flatMap((kind) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => `${kind}${name}`,
  ),
)
const others = [
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
]
const operator = fc.oneof(
  fc.constant('Null'),
  fc
    .tuple(
      fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(...plain, ...plain, ...ordered, ...others),
      fc.constantFrom('', '', 'IfExists'),
    )
    .map((parts) => parts.join('')),
)
const condition = fc.dictionary(operator, fc.dictionary(fc.constantFrom(...keys), some(scalar), { maxKeys: 2 }), {
  maxKeys: 2,
})
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    what: fc.tuple(
      fc.constantFrom('Action', 'NotAction'),
      some(fc.constantFrom('*', 's3:*', 'S3:get?bject', 's3:PutObject')),
    ),
    where: fc.tuple(
      fc.constantFrom('Resource', 'NotResource'),
      some(fc.constantFrom('*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::a/${aws:PrincipalTag/team}', 'arn:aws:s3:::b')),
    ),
    Condition: condition,
  })
  .map(({ what: [action, named], where: [resource, on], ...rest }) => ({ ...rest, [action]: named, [resource]: on }))
const policy = fc.record({
  Version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
  Statement: fc.array(statement, { maxLength: 3 }),
})
const said = fc.constantFrom('a', 'b', 'A', 'ab', '*', '10.0.0.1', '2001:db8::1', 'true', '5', '2026-01-01', ARN)
const context = fc.record(Object.fromEntries(keys.map((key) => [key, fc.option(fc.array(said, { maxLength: 2 }))])))

it('the engine and the emulator’s simulator, written apart, agree where every key is known', () => {
  fc.assert(
    fc.property(
      fc.array(policy, { minLength: 1, maxLength: 2 }),
      fc.option(policy),
      context,
      fc.constantFrom('s3:GetObject', 's3:PutObject', 'iam:PassRole'),
      fc.constantFrom('*', 'arn:aws:s3:::a/a', 'arn:aws:s3:::a/*', 'arn:aws:s3:::b'),
      (identity, boundary, all, action, resource) => {
        const there = Object.entries(all).flatMap(([key, values]) => (values?.length ? [[key, values] as const] : []))
        const { decision } = decideRequest({
          identity,
          boundary: boundary ?? undefined,
          action,
          resource,
          context: Object.fromEntries(there),
          absent: keys.filter((key) => !there.some(([one]) => one === key)),
        })
        const named = (one: object) => ({ id: 'p', type: 'IAM Policy', document: JSON.stringify(one) })
        const simulated = simulate({
          policies: identity.map(named),
          boundary: boundary === null ? null : named(boundary),
          action,
          resource,
          context: new Map(there.map(([key, values]) => [key.toLowerCase(), values])),
        })
        expect(decision).toBe(simulated.decision === 'allowed' ? 'allowed' : 'denied')
      },
    ),
    { numRuns: 5000 },
  )
})
