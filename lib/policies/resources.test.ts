import { expect, it } from 'vitest'
import { decideRequest as decide } from './decide-request.ts'

const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/Scores'
const LOG = 'arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:a'

type Case = [pattern: unknown, resource: string, expected: boolean]

const cases: Case[] = [
  ['*', '*', true],
  [TABLE, '*', false],
  [TABLE, TABLE, true],
  [[LOG, TABLE], TABLE, true],
  ['arn:aws:dynamodb:*:*:table/S*', TABLE, true],
  ['arn:aws:dynamodb:us-*-1:111122223333:table/Scores', TABLE, true],
  ['arn:aws:dynamodb:us-*', TABLE, true],
  ['arn:aws:dynamodb', TABLE, true],
  ['arn:aws:dynamodb:us-east-1:*', TABLE, true],
  ['arn:aws:dynamodb:u*t-1:table/Scores', TABLE, false],
  ['arn:aws:dynamodb:u*s:table/Scores', TABLE, false],
  ['arn:aws:dynamodb:us-east-1:11112222333?:table/Scores', TABLE, true],
  ['arn:aws:dynamodb:us-east-1?111122223333:table/Scores', TABLE, false],
  ['arn:aws:logs:*:*:log-group:*:log-stream:?', LOG, true],
  ['arn:aws:logs:*:*:log-group:a*m:a', LOG, true],
  ['ARN:aws:logs:*:*:*', LOG, false],
  ['arn:aws:dynamodb:us-east-1:${aws:PrincipalAccount}:table/Scores', TABLE, false],
  ['arn:aws:dynamodb:us-east-1:111122223333:table/${aws:username}', TABLE, false],
  [[], TABLE, false],
  [undefined, TABLE, false],
]

it.each(cases)('Resource %j on %s: %s', (pattern, resource, expected) => {
  const ask = (statement: object) =>
    decide({
      identity: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', ...statement } }],
      action: 'x:Do',
      resource,
      context: { 'aws:PrincipalAccount': '111122223333' },
      absent: ['aws:username'],
    }).decision
  expect(ask({ Resource: pattern })).toBe(expected ? 'allowed' : 'denied')
  expect(ask({ NotResource: pattern ?? '*' })).toBe(expected || pattern === undefined ? 'denied' : 'allowed')
})

it('a pattern with many stars and 20 policies of 6 KB are answered at once', () => {
  const resource = `arn:aws:s3:::photos/${'a'.repeat(1000)}b`
  const pattern = `arn:aws:s3:::photos/${'*a'.repeat(60)}c`
  const statement = { Effect: 'Allow', Action: '*', Resource: Array<string>(40).fill(pattern) }
  const { decision } = decide({
    identity: Array.from({ length: 20 }, () => ({ Version: '2012-10-17', Statement: statement })),
    action: 's3:GetObject',
    resource,
  })
  expect(decision).toBe('denied')
})
