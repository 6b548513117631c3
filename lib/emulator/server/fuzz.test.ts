import * as fc from 'fast-check'
import { request } from 'node:http'
import { afterAll, expect, inject, test } from 'vitest'
import { sampleInputs } from '../rules/sample-input-for-tests.ts'
import { post, serveForTest, SIGNED } from '../serve-for-tests.ts'
import '../start-for-tests.ts'

/** Written down so that a failure can be had again. */
const SEED = 20_261_120
const RUNS = inject('soakRounds') > 0 ? 10_000 : 600

const served = await serveForTest({ seed: 'demo' })
afterAll(served.close)
const { store } = served.world
const ids = [
  ...store.all<{ id: string }>('select id from pool').map(({ id }) => id),
  ...store.all<{ id: string }>('select id from identity where number % 97 = 0').map(({ id }) => id),
]
const words = [
  ...ids,
  'login.members.example',
  'member-10001',
  'accounts.google.com',
  '__proto__',
  'constructor',
  '',
  '\u0000',
  '\ud800',
  '😀',
]
const inputs = sampleInputs()

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...words, null, true, -1, 0, 1, 60, 61, 2 ** 53, 1e300, [], {}) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom(...words), fc.constantFrom<unknown>(...words, 7, null), { maxKeys: 4 }),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom<unknown>(...words, 7, null), { maxLength: 4 }) },
)

/** A body that the operation takes, with some of its members replaced. */
const mutated = fc.constantFrom(...inputs).chain(({ operation, input, members }) =>
  fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 3 }).map((changes) => ({
    target: `AWSCognitoIdentityService.${operation}`,
    body: JSON.stringify({ ...input, ...changes }),
  })),
)
const scrambled = fc.record({
  target: fc.oneof(
    fc.constantFrom(...inputs.map(({ operation }) => `AWSCognitoIdentityService.${operation}`)),
    fc.string(),
  ),
  body: fc.oneof(fc.json(), fc.uint8Array({ maxLength: 200 }), fc.string()),
})
const call = fc.record({
  content: fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: scrambled }),
  method: fc.oneof(
    { weight: 20, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'HEAD', 'OPTIONS', 'PATCH') },
  ),
  path: fc.oneof({ weight: 20, arbitrary: fc.constant('/') }, { weight: 1, arbitrary: fc.webPath() }),
  authorization: fc.oneof(
    { weight: 9, arbitrary: fc.constant(SIGNED.authorization) },
    { weight: 1, arbitrary: fc.string() },
  ),
})
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never

const headerText = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '')

function send({ content, method, path, authorization }: Call): Promise<{ status: number; type: string; body: string }> {
  const headers = { ...SIGNED, authorization: headerText(authorization), 'x-amz-target': headerText(content.target) }
  return new Promise((resolve, reject) => {
    const sent = request(served.url, { method, path: path || '/', headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      )
    })
    sent.on('error', reject)
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : content.body)
  })
}

test(`${RUNS} generated requests are answered with JSON and never with 500`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(call, async (one) => {
      const { status, type, body } = await send(one)
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
      expect(body).not.toMatch(/<html/i)
      expect(one.method === 'OPTIONS' ? 'json' : type).toMatch(/json/)
      expect(() => JSON.parse(body || '{}') as unknown).not.toThrow()
    }),
    { seed: SEED, numRuns: RUNS },
  )
  const after = await post(served.url, 'ListIdentityPools', { MaxResults: 60 })
  expect(after.status).toBe(200)
})
