import { expect, it } from 'vitest'
import { decideRequest as decide } from './decide-request.ts'
import { readPolicy } from './policy.ts'

const ask = (policy: unknown) => decide({ identity: [policy], action: 's3:GetObject', resource: '*' }).decision
const whole = { Effect: 'Allow', Action: '*', Resource: '*' }

it.each([null, 1, '', '{', '[]', '"x"', '%7B', '%', [], {}, { Version: '2012-10-17' }])('%j is no policy', (policy) => {
  expect(readPolicy(policy)).toBeNull()
  expect(ask(policy)).toBe('denied')
})

it.each([
  { Statement: null },
  { Statement: [null, 1, 'x', []] },
  { Statement: { ...whole, Effect: 'allow' } },
  { Statement: { ...whole, Effect: undefined } },
  { Statement: { ...whole, Action: { toString: 1 } } },
  { Statement: { ...whole, Resource: [{ a: 1 }] } },
  { Statement: { ...whole, Condition: 'none' } },
  { Statement: { ...whole, Condition: [] } },
  { Statement: { ...whole, Condition: { StringEquals: 'x' } } },
  { Statement: { ...whole, Condition: { StringEquals: { k: { a: 1 } } } } },
  { Statement: { ...whole, NotAction: 'iam:*' } },
  { Statement: { ...whole, NotResource: 'arn:aws:s3:::a' } },
  { Statement: { Effect: 'Allow', Resource: '*' } },
  { Statement: { Effect: 'Allow', Action: '*' } },
])('%j allows nothing', (policy) => {
  expect(ask(policy)).toBe('denied')
})

it('is read as JSON and as percent-encoded JSON', () => {
  const text = JSON.stringify({ Statement: whole })
  expect([ask(text), ask(encodeURIComponent(text)), ask({ Statement: [whole] })]).toEqual([
    'allowed',
    'allowed',
    'allowed',
  ])
})

it('a nesting of any depth throws nothing', () => {
  expect(ask(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toBe('denied')
})
