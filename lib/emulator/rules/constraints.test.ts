import { CognitoIdentity, CognitoIdentityServiceException } from '@aws-sdk/client-cognito-identity'
import { afterAll, describe, expect, test } from 'vitest'
import { post, serveForTest } from '../serve-for-tests.ts'
import model from './constraints.json' with { type: 'json' }
import { fits, type Shape, shapeOf, shapes, textOf, valid } from './sample-input-for-tests.ts'

/** A value to send, and what the answer has to say of it: null when it is to be taken. */
interface Case {
  what: string
  input: unknown
  refusal: string | null
}

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const WRONG_TYPE = 'wrong type'

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const most = (what: string, limit: number) => `Member must have ${what} less than or equal to ${limit}`
const least = (what: string, limit: number) => `Member must have ${what} greater than or equal to ${limit}`

function* scalarCases(shape: Shape): Generator<Case> {
  const { min, max, pattern } = shape
  if (shape.type === 'boolean') {
    yield { what: 'a word for a boolean', input: 'true', refusal: WRONG_TYPE }
    return
  }
  if (shape.type !== 'string') {
    yield { what: 'a word for a number', input: 'ten', refusal: WRONG_TYPE }
    yield { what: 'a fraction', input: 1.5, refusal: WRONG_TYPE }
    yield { what: 'a number beyond all integers', input: 2 ** 60, refusal: WRONG_TYPE }
    if (min !== undefined) yield { what: 'least', input: min, refusal: null }
    if (max !== undefined) yield { what: 'most', input: max, refusal: null }
    if (min !== undefined) yield { what: 'below', input: min - 1, refusal: least('value', min) }
    if (max !== undefined) yield { what: 'above', input: max + 1, refusal: most('value', max) }
    return
  }
  yield { what: 'a number for a string', input: 7, refusal: WRONG_TYPE }
  yield { what: 'an object for a string', input: {}, refusal: WRONG_TYPE }
  for (const [what, length] of [
    ['shortest', min],
    ['longest', max],
  ] as const) {
    const text = length === undefined ? undefined : textOf(shape, length)
    if (text) yield { what, input: text, refusal: null }
  }
  if (min !== undefined && min > 0)
    yield { what: 'too short', input: 'a'.repeat(min - 1), refusal: least('length', min) }
  if (max !== undefined)
    yield { what: 'too long', input: textOf(shape, max + 1) ?? 'a'.repeat(max + 1), refusal: most('length', max) }
  const misfit = ['a b', '§', 'ab\n'].find((text) => !fits(shape, text))
  if (pattern && misfit)
    yield { what: 'misfit', input: misfit, refusal: `Member must satisfy regular expression pattern: ${pattern}` }
  for (const one of shape.enum ?? []) yield { what: one, input: one, refusal: null }
  if (shape.enum)
    yield { what: 'unlisted', input: 'Nope', refusal: `Member must satisfy enum value set: [${shape.enum.join(', ')}]` }
}

const isScalar = (shape: Shape) => shape.members === undefined && shape.member === undefined && shape.key === undefined

/** Every way to get one value wrong, and its bounds. `at` is where the service says it is. */
function* cases(name: string, at: string): Generator<Case & { at: string }> {
  const shape = shapeOf(name)
  if (isScalar(shape)) for (const one of scalarCases(shape)) yield { ...one, at }
  if (shape.members) yield* memberCases(shape, at)
  if (shape.member) yield* listCases(shape, shape.member, at)
  if (shape.key && shape.value) yield* mapCases(shape, shape.key, shape.value, at)
}

function* memberCases(shape: Shape, at: string): Generator<Case & { at: string }> {
  const whole = { ...(valid([...shapes].find(([, one]) => one === shape)?.[0] ?? '') as object) }
  for (const [member, name] of Object.entries(shape.members ?? {})) {
    const path = (at ? `${at}.` : '') + camel(member)
    for (const one of cases(name, path))
      yield { ...one, what: `${member} ${one.what}`, input: { ...whole, [member]: one.input } }
    if (!shape.required?.includes(member)) continue
    const without = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== member))
    yield { what: `${member} missing`, input: without, at: path, refusal: 'Member must not be null' }
  }
}

function* listCases({ min, max }: Shape, member: string, at: string): Generator<Case & { at: string }> {
  const of = (length: number) => Array.from<unknown>({ length }).fill(valid(member))
  yield { what: 'an object for a list', input: {}, at, refusal: WRONG_TYPE }
  if (min) yield { what: 'too few', input: of(min - 1), at, refusal: least('length', min) }
  if (max) yield { what: 'most', input: of(max), at, refusal: null }
  if (max) yield { what: 'too many', input: of(max + 1), at, refusal: most('length', max) }
  const path = isScalar(shapeOf(member)) ? at : `${at}.1.member`
  for (const one of cases(member, path)) yield { ...one, what: `member ${one.what}`, input: [one.input] }
}

function* mapCases({ max }: Shape, key: string, value: string, at: string): Generator<Case & { at: string }> {
  const keys = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      key === 'RoleType' ? (['authenticated', 'unauthenticated'][index] ?? 'other') : `k${index}`,
    )
  const of = (count: number) => Object.fromEntries<unknown>(keys(count).map((one) => [one, valid(value)]))
  yield { what: 'a list for a map', input: [], at, refusal: WRONG_TYPE }
  if (max) yield { what: 'most', input: of(max), at, refusal: null }
  if (max) yield { what: 'too many', input: of(max + 1), at, refusal: most('length', max) }
  for (const one of cases(key, at)) {
    if (typeof one.input === 'string') yield { ...one, what: `key ${one.what}`, input: { [one.input]: valid(value) } }
  }
  const first = String(valid(key))
  const path = isScalar(shapeOf(value)) ? at : `${at}.${first}.member`
  for (const one of cases(value, path)) yield { ...one, what: `value ${one.what}`, input: { [first]: one.input } }
}

function send(operation: string, input: unknown): Promise<unknown> {
  const method = Reflect.get(aws, camel(operation)) as (input: unknown) => Promise<unknown>
  return method.call(aws, input)
}

async function errorOf(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call
    return { name: 'none', message: '' }
  } catch (error) {
    if (error instanceof CognitoIdentityServiceException) return error
    throw error
  }
}

describe.each(Object.entries(model.operations))('%s', (operation, { input: shape }) => {
  const all = [...cases(shape, '')]

  test.each(all.filter(({ refusal }) => refusal === null))('takes $what', async ({ input }) => {
    const { name } = await errorOf(send(operation, input))
    expect(name).not.toMatch(/^(Validation|Serialization|Internal)/)
  })

  test.each(all.filter(({ refusal }) => refusal === WRONG_TYPE))('refuses $what', async ({ input }) => {
    const answer = await post(served.url, operation, input)
    expect(await answer.json()).toMatchObject({ __type: 'SerializationException' })
  })

  test.each(all.filter(({ refusal }) => refusal !== null && refusal !== WRONG_TYPE))('refuses $what', async (one) => {
    const { name, message } = await errorOf(send(operation, one.input))
    expect(name).toBe('ValidationException')
    expect(message).toMatch(/^\d+ validation errors? detected: /)
    expect(message).toContain(`at '${one.at}' failed to satisfy constraint:`)
    expect(message).toContain(one.refusal)
  })
})

describe('several mistakes', () => {
  test('are told at once, in the service’s own form', async () => {
    const input = { IdentityPoolId: 'nope', MaxResults: 61, NextToken: '' }
    await expect(aws.listIdentities(input)).rejects.toMatchObject({
      name: 'ValidationException',
      message: [
        String.raw`4 validation errors detected: Value 'nope' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w-]+:[0-9a-f-]+`,
        "Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60",
        "Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1",
        String.raw`Value '' at 'nextToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [\S]+`,
      ].join('; '),
    })
  })

  test('length is counted in characters', async () => {
    const of = (length: number) => ({ IdentityPoolId: 'us-east-1:abc', DeveloperUserIdentifier: '😀'.repeat(length) })
    expect((await errorOf(aws.lookupDeveloperIdentity(of(1024)))).name).toBe('ResourceNotFoundException')
    expect((await errorOf(aws.lookupDeveloperIdentity(of(1025)))).name).toBe('ValidationException')
  })

  test('a token is never repeated in an error', async () => {
    const input = { IdentityPoolId: 'us-east-1:abc', Logins: { 'graph.facebook.com': 'secret'.repeat(9000) } }
    await expect(aws.getId(input)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.not.stringContaining('secret') as string,
    })
  })
})
