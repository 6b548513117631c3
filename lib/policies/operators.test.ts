import { describe, expect, it } from 'vitest'
import { decideRequest as decide } from './decide-request.ts'

type Case = [condition: object, context: Record<string, unknown> | null, expected: 'allowed' | 'denied' | 'depends']

const KEY = 'aws:PrincipalTag/x'
const on = (operator: string, expected: unknown): object => ({ [operator]: { [KEY]: expected } })
const of = (...values: unknown[]) => ({ [KEY]: values.length === 1 ? values[0] : values })

function answer(
  condition: object,
  context: Record<string, unknown> | null,
  absent: string[] = [],
  version = '2012-10-17',
) {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: condition }
  return decide({
    identity: [{ Version: version, Statement: statement }],
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::photos/a.jpg',
    context: context ?? {},
    absent: context === null ? [KEY] : absent,
  })
}

const yes = 'allowed'
const no = 'denied'

const cases: Case[] = [
  [on('StringEquals', 'a'), of('a'), yes],
  [on('StringEquals', 'a'), of('A'), no],
  [on('StringEquals', 'a*'), of('ab'), no],
  [on('StringEquals', ['b', 'a']), of('a'), yes],
  [on('stringequals', 'a'), of('a'), yes],
  [on('StringNotEquals', 'a'), of('b'), yes],
  [on('StringNotEquals', ['a', 'b']), of('b'), no],
  [on('StringEqualsIgnoreCase', 'ab'), of('AB'), yes],
  [on('StringNotEqualsIgnoreCase', 'ab'), of('AB'), no],
  [on('StringLike', 'a*c?'), of('abbbcd'), yes],
  [on('StringLike', 'a*c?'), of('abbbc'), no],
  [on('StringLike', 'A*'), of('ab'), no],
  [on('StringNotLike', 'a*'), of('ab'), no],
  [on('StringNotLike', 'a*'), of('b'), yes],
  [on('StringEquals', '${*}'), of('*'), yes],
  [on('StringLike', '${*}'), of('x'), no],
  [on('StringLike', 'a${?}'), of('a?'), yes],
  [on('StringLike', '${$}{x}'), of('${x}'), yes],
  [on('StringEquals', true), of(true), yes],
  [on('NumericEquals', '5'), of('5.0'), yes],
  [on('NumericEquals', 5), of(5), yes],
  [on('NumericNotEquals', '5'), of('6'), yes],
  [on('NumericLessThan', '10'), of('9'), yes],
  [on('NumericLessThan', '10'), of('10'), no],
  [on('NumericLessThanEquals', '10'), of('10'), yes],
  [on('NumericGreaterThan', '-1.5'), of('-1'), yes],
  [on('NumericGreaterThanEquals', '10'), of('9'), no],
  [on('NumericLessThan', '10'), of('nine'), no],
  [on('DateEquals', '2026-01-01T00:00:00Z'), of('2026-01-01T01:00:00+01:00'), yes],
  [on('DateNotEquals', '2026-01-01'), of('2026-01-02'), yes],
  [on('DateLessThan', '2026-01-01T00:00:00Z'), of('2025-12-31T23:59:59Z'), yes],
  [on('DateLessThanEquals', '1767225600'), of('2026-01-01T00:00:00Z'), yes],
  [on('DateGreaterThan', '2026-01-01T00:00:00Z'), of('1767225601'), yes],
  [on('DateGreaterThanEquals', '2026-01-01T00:00:00'), of('2026-01-01T00:00:00Z'), yes],
  [on('DateGreaterThan', 'tomorrow'), of('2026-01-01'), no],
  [on('Bool', 'true'), of('True'), yes],
  [on('Bool', true), of('false'), no],
  [on('Bool', 'yes'), of('yes'), no],
  [on('BinaryEquals', 'QmluYXJ5'), of('QmluYXJ5'), yes],
  [on('BinaryEquals', 'QmluYXJ5'), of('qmluyxj5'), no],
  [on('IpAddress', '203.0.113.0/24'), of('203.0.113.9'), yes],
  [on('IpAddress', '203.0.113.0/24'), of('203.0.114.9'), no],
  [on('IpAddress', '203.0.113.9'), of('203.0.113.9'), yes],
  [on('IpAddress', ['10.0.0.0/8', '0.0.0.0/0']), of('8.8.8.8'), yes],
  [on('IpAddress', '2001:db8::/32'), of('2001:DB8:1::1'), yes],
  [on('IpAddress', '2001:db8::/32'), of('2001:db9::1'), no],
  [on('IpAddress', '0.0.0.0/0'), of('2001:db8::1'), no],
  [on('IpAddress', '::ffff:203.0.113.0/120'), of('::ffff:203.0.113.7'), yes],
  [on('IpAddress', '10.0.0.0/33'), of('10.0.0.1'), no],
  [on('NotIpAddress', ['10.0.0.0/8', '192.168.0.0/16']), of('192.168.1.1'), no],
  [on('NotIpAddress', '10.0.0.0/8'), of('11.0.0.1'), yes],
  [on('ArnEquals', 'arn:aws:sns:*:111122223333:t'), of('arn:aws:sns:us-east-1:111122223333:t'), yes],
  [on('ArnLike', 'arn:aws:sns:*:t'), of('arn:aws:sns:us-east-1:111122223333:t'), no],
  [on('ArnLike', 'arn:aws:s?s:us-east-1:1*:*'), of('arn:aws:sqs:us-east-1:111122223333:a:b'), yes],
  [on('ArnLike', 'arn:aws:SQS:us-east-1:1*:*'), of('arn:aws:sqs:us-east-1:111122223333:a'), no],
  [on('ArnLike', '*'), of('no arn'), no],
  [on('ArnNotLike', 'arn:aws:sqs:*:*:*'), of('arn:aws:sns:us-east-1:111122223333:t'), yes],
  [on('ArnNotEquals', 'arn:aws:sns:*:*:t'), of('arn:aws:sns:us-east-1:111122223333:t'), no],
  [on('Null', 'true'), of('x'), no],
  [on('Null', 'false'), of('x'), yes],
  [on('Null', 'false'), null, no],
  [on('Null', true), null, yes],
  [on('Null', ['true', 'false']), null, yes],
  ...['StringEquals', 'StringLike', 'NumericEquals', 'DateLessThan', 'Bool', 'BinaryEquals', 'ArnLike'].flatMap(
    (operator): Case[] => [
      [on(operator, '*'), null, no],
      [on(`${operator}IfExists`, '*'), null, yes],
      [on(operator, 'x'), {}, 'depends'],
      [on(`${operator}IfExists`, 'x'), {}, 'depends'],
    ],
  ),
  ...['StringNotEquals', 'StringNotLike', 'NumericNotEquals', 'DateNotEquals', 'ArnNotLike', 'NotIpAddress'].map(
    (operator): Case => [on(operator, 'x'), null, yes],
  ),
  [on('IpAddressIfExists', '10.0.0.0/8'), null, yes],
  [on('IpAddress', '10.0.0.0/8'), null, no],
  [on('ForAllValues:StringEquals', ['a', 'b']), of('a', 'b'), yes],
  [on('ForAllValues:StringEquals', ['a', 'b']), of('a', 'c'), no],
  [on('ForAllValues:StringEquals', ['a', 'b']), null, yes],
  [on('ForAllValues:StringEquals', ['a', 'b']), { [KEY]: [] }, yes],
  [on('ForAllValues:StringLike', 'a*'), of('ab', 'ac'), yes],
  [on('ForAllValues:StringNotEquals', 'a'), of('b', 'a'), no],
  [on('ForAllValues:NumericLessThan', '5'), of(1, 4), yes],
  [on('ForAnyValue:StringEquals', ['a', 'b']), of('c', 'b'), yes],
  [on('ForAnyValue:StringEquals', ['a', 'b']), of('c', 'd'), no],
  [on('ForAnyValue:StringEquals', ['a', 'b']), { [KEY]: [] }, no],
  [on('ForAnyValue:StringNotEquals', 'a'), of('a', 'b'), yes],
  [on('ForAnyValue:StringNotEquals', 'a'), null, no],
  [on('ForAnyValue:StringLikeIfExists', 'a'), null, yes],
  [on('foranyvalue:stringlike', 'a*'), of('b', 'ab'), yes],
  // What holds or fails whatever a key says does not depend on it.
  [on('StringLikeIfExists', '*'), {}, yes],
  [on('StringLikeIfExists', ['a', '**']), {}, yes],
  [on('ForAllValues:StringLike', '*'), {}, yes],
  [on('StringLike', '*'), {}, 'depends'],
  [on('StringNotLike', '*'), {}, 'depends'],
  [on('ForAnyValue:StringLike', '*'), {}, 'depends'],
  [on('ForAnyValue:StringNotLike', '*'), {}, no],
  [on('StringNotEquals', []), {}, yes],
  [on('StringEquals', []), {}, no],
  [on('ForAnyValue:StringEquals', []), {}, no],
  [on('StringEqualsIfExists', []), {}, 'depends'],
  [on('Null', ['true', 'false']), {}, yes],
  [on('Null', []), {}, no],
  [on('Null', 'maybe'), {}, no],
  [on('Null', 'true'), {}, 'depends'],
  [{ ...on('Null', 'false'), ...on('StringEqualsIfExists', 'a') }, null, no],
  [{ ...on('Null', 'true'), ...on('StringEqualsIfExists', 'a') }, of('a'), no],
  [{ ...on('Null', ['true', 'false']), ...on('StringEqualsIfExists', 'a') }, of('a'), yes],
  // Values of JSON that are no text.
  [on('NumericEquals', 1e3), of('1000'), yes],
  [on('NumericLessThan', 10.5), of(10), yes],
  [on('Bool', false), of(false), yes],
  [on('StringEquals', 5), of('5'), yes],
  [on('StringEquals', null), of('null'), no],
  [on('StringEquals', 'a'), { [KEY]: null }, no],
  [on('StringNotEquals', 'a'), { [KEY]: null }, yes],
  [on('Null', 'true'), { [KEY]: null }, yes],
  // Times as IAM takes them.
  [on('DateLessThan', 1_767_225_600), of('2025-12-31T23:59:59Z'), yes],
  [on('DateEquals', '2026-01-01T00:00:00.000Z'), of('1767225600'), yes],
  [on('DateEquals', '2026-01-01T01:00:00+0100'), of('2026-01-01T00:00:00Z'), yes],
  [on('DateGreaterThan', '2026'), of('2026-06-01'), yes],
  [on('DateLessThan', ''), of('2026-06-01'), no],
  // Addresses.
  [on('IpAddress', '10.1.2.3/8'), of('10.200.0.1'), yes],
  [on('IpAddress', '::/0'), of('2001:db8::1'), yes],
  [on('IpAddress', '2001:db8:0:0:0:0:0:1'), of('2001:db8::1'), yes],
  [on('IpAddress', '2001:DB8::/33'), of('2001:db8:8000::1'), no],
  [on('IpAddress', 'fe80::/10'), of('febf::1'), yes],
  [on('NotIpAddress', '2001:db8::/32'), of('10.0.0.1'), yes],
  [on('NotIpAddressIfExists', '10.0.0.0/8'), null, yes],
  [on('ForAllValues:NotIpAddress', '10.0.0.0/8'), of('11.0.0.1', '10.0.0.1'), no],
  // Several values.
  [on('StringNotEquals', 'a'), of('a', 'b'), no],
  [on('StringEquals', 'a'), of('a', 'b'), yes],
  [on('ForAnyValue:StringNotLike', ['a*', 'b*']), of('ab', 'c'), yes],
  [on('ForAnyValue:StringNotLike', ['a*', 'b*']), of('ab', 'b'), no],
  [on('ForAllValues:StringNotLike', ['a*', 'b*']), of('c', 'd'), yes],
  [on('ForAllValues:StringNotEqualsIfExists', 'a'), null, yes],
  [on('FORALLVALUES:STRINGEQUALS', 'a'), of('a', 'a'), yes],
  // ARNs field by field.
  [
    on('ArnLike', 'arn:aws:logs:*:*:log-group:*:log-stream:?'),
    of('arn:aws:logs:us-east-1:1:log-group:a:b:log-stream:c'),
    yes,
  ],
  [on('ArnLike', 'arn:aws:s3:::photos/*'), of('arn:aws:s3:::photos/a:b'), yes],
  [on('ArnLike', 'arn:aws:iam::*:role/*'), of('arn:aws:iam::1:2:role/x'), no],
  [on('ArnLike', 'arn:aws:iam::???:role/*'), of('arn:aws:iam::123:role/a/b'), yes],
  [on('ArnEquals', 'arn:aws:iam::123:role/${*}'), of('arn:aws:iam::123:role/*'), yes],
  [on('ArnNotEqualsIfExists', 'arn:aws:iam::123:role/a'), null, yes],
  [
    on('ArnLike', 'arn:aws:iam::123:role/${aws:username}'),
    { ...of('arn:aws:iam::123:role/ada'), 'aws:username': 'ada' },
    yes,
  ],
  [
    on('ArnLike', 'arn:aws:iam::123:role/${aws:username}'),
    { ...of('arn:aws:iam::123:role/ada'), 'aws:username': 'a*' },
    no,
  ],
  [on('StringEquals', 'a'), { [KEY.toUpperCase()]: 'a' }, yes],
  [on('StringEqual', 'a'), of('a'), 'depends'],
  [{}, null, yes],
  [{ StringEquals: { [KEY]: 'a', 'aws:other': 'b' } }, of('a'), 'depends'],
  [{ StringEquals: { [KEY.toUpperCase()]: 'a' } }, of('a'), yes],
]

it.each(cases)('%j of %j: %s', (condition, context, expected) => {
  expect(answer(condition, context).decision).toBe(expected)
})

describe('a policy variable', () => {
  const SUB = 'cognito-identity.amazonaws.com:sub'
  it('takes its default only where the key is absent', () => {
    const like = on('StringLike', "${aws:PrincipalTag/team, 'all'}/*")
    expect(answer(like, of('all/a'), ['aws:PrincipalTag/team']).decision).toBe(yes)
    expect(answer(like, { ...of('all/a'), 'aws:principaltag/team': 'blue' }).decision).toBe(no)
    expect(answer(like, of('all/a'))).toMatchObject({ decision: 'depends', on: ['aws:PrincipalTag/team'] })
  })

  it('is text before version 2012-10-17', () => {
    const like = on('StringLike', '${aws:username}')
    expect(answer(like, { ...of('ada'), 'aws:username': 'ada' }).decision).toBe(yes)
    expect(answer(like, { ...of('ada'), 'aws:username': 'ada' }, [], '2008-10-17').decision).toBe(no)
    expect(answer(like, of('${aws:username}'), [], '2008-10-17').decision).toBe(yes)
  })

  it('has no wildcards in its value, and no value when there are several', () => {
    const like = on('StringLike', '${aws:username}')
    expect(answer(like, { ...of('ada'), 'aws:username': '*' }).decision).toBe(no)
    expect(answer(like, { ...of('a'), 'aws:username': ['a', 'b'] }).decision).toBe(no)
  })

  it('does not matter where another value holds', () => {
    const like = on('StringLike', ['public/*', `\${${SUB}}/*`])
    expect(answer(like, of('public/a')).decision).toBe(yes)
    expect(answer(like, of('private/a'))).toMatchObject({ decision: 'depends', on: [SUB] })
    expect(answer(on('StringLike', `home/\${${SUB}}/*`), of('public/a')).decision).toBe(no)
    expect(answer(on('StringEquals', `\${${SUB}}`), {})).toMatchObject({ decision: 'depends', on: [KEY, SUB] })
  })
})
