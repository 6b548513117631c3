import { randomUUID } from 'node:crypto'
import { setInterval as ticks } from 'node:timers'
import { afterAll, describe, expect, it } from 'vitest'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { cameBack } from './come-back.ts'
import { enterByProvider } from './enter.ts'
import { CLIENT, startHostileIssuer, type Answer, type Behaviour } from './hostile-issuer-for-tests.ts'

const provider = await startHostileIssuer()
/** Twice what it may take, for a machine that is busy with other tests. */
const LONGEST_MS = 10_000
const now = () => Math.floor(Date.now() / 1000)

consoleForTests({
  oidc: { issuer: provider.issuer, clientId: CLIENT.id, roles: { desk: 'support' } },
})

afterAll(() => provider.stop())

/** The way back from the provider, which is asked anew what it is. */
async function signIn(behaviour: Behaviour, search = '?code=abc&state=the-state') {
  const { oidc } = config()
  Reflect.set(globalThis, 'lifeguardConfig', { ...config(), oidc: oidc && { ...oidc } })
  const nonce = randomUUID()
  provider.behave(behaviour, nonce)
  const came = await cameBack(search, { state: 'the-state', nonce, verifier: 'v'.repeat(43) })
  return enterByProvider(came, { address: null, agent: null })
}

const sessions = async () => (await store().selectFrom('session').select('person_id').execute()).length

/** One byte a moment, for ever. */
const drip: Answer = {
  body: (response) => {
    const timer = ticks(() => response.write(' '), 50)
    response.once('close', () => clearInterval(timer))
  },
}
const silent: Answer = { body: () => undefined }
const endless: Answer = {
  body: (response) => {
    const part = 'x'.repeat(65_536)
    const more = () => {
      while (!response.destroyed && response.write(part));
    }
    response.on('drain', more)
    more()
  },
}
const elsewhere: Answer = { status: 302, headers: { location: 'http://127.0.0.1:9/' } }
const page: Answer = { headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' }

describe('a provider', () => {
  it.each<[string, Behaviour]>([
    ['does as it should', {}],
    ['tells the groups at its userinfo endpoint alone', { claims: { groups: undefined } }],
    ['signs for two, and says that it is for us', { claims: { aud: [CLIENT.id, 'other'], azp: CLIENT.id } }],
    ['is a few seconds ahead', { claims: { iat: now() + 5 } }],
  ])('that %s is taken', async (_, behaviour) => {
    const before = await sessions()
    expect(await signIn(behaviour)).toHaveLength(43)
    expect(await sessions()).toBe(before + 1)
  })

  it.each<[string, Behaviour, string?]>([
    ['does not sign', { sign: 'none' }],
    [
      'does not sign, and says so beforehand',
      { sign: 'none', metadata: { id_token_signing_alg_values_supported: ['none'] } },
    ],
    ['signs with the secret that we share', { sign: 'secret' }],
    ['signs with a key of somebody else', { sign: 'other key' }],
    ['signs with a key that it does not have', { header: { kid: 'gone' }, sign: 'other key' }],
    ['sends no token at all', { tokens: { id_token: undefined } }],
    ['sends something else in its place', { sign: 'garbage' }],
    ['signs with another algorithm than it says', { metadata: { id_token_signing_alg_values_supported: ['ES256'] } }],
    ['has another name in the token', { claims: { iss: 'https://evil.example' } }],
    ['signs for somebody else', { claims: { aud: 'other' } }],
    ['signs for nobody', { claims: { aud: undefined } }],
    ['signs for two, and says that it is for the other', { claims: { aud: [CLIENT.id, 'other'], azp: 'other' } }],
    ['signs for two, and does not say for whom', { claims: { aud: [CLIENT.id, 'other'] } }],
    ['sends a token that is over', { claims: { iat: now() - 900, exp: now() - 600 } }],
    ['sends a token without an end', { claims: { exp: undefined } }],
    ['sends a token without a beginning', { claims: { iat: undefined } }],
    ['sends a token of tomorrow', { claims: { nbf: now() + 86_400 } }],
    ['sends a token of another way', { claims: { nonce: 'other' } }],
    ['sends a token of no way', { claims: { nonce: undefined } }],
    ['does not say who it is about', { claims: { sub: undefined } }],
    ['says that it is about nobody', { claims: { sub: '' } }],
    ['names somebody with letters that are none', { claims: { sub: 'a\u202eda' } }],
    ['names somebody at length', { claims: { sub: 'a'.repeat(300) } }],
    [
      'tells of another person besides',
      { claims: { groups: undefined }, person: { body: '{"sub":"bob","groups":["desk"]}' } },
    ],
    ['tells of nobody besides', { claims: { groups: undefined }, person: { body: '{"groups":["desk"]}' } }],
    ['refuses the code', { token: { status: 400, body: '{"error":"invalid_grant"}' } }],
    ['fails', { token: { status: 500, body: '' } }],
    ['answers with a page', { token: page }],
    ['answers with half of its answer', { token: { body: '{"access_token":"a' } }],
    ['sends elsewhere for the token', { token: elsewhere }],
    ['sends elsewhere for its keys', { keys: elsewhere }],
    ['sends elsewhere for what it is', { discovery: elsewhere }],
    ['has no keys', { keys: { body: '{"keys":[]}' } }],
    ['has a page of keys', { keys: page }],
    ['describes another one', { metadata: { issuer: 'https://evil.example' } }],
    ['does not say where its tokens are', { metadata: { token_endpoint: undefined } }],
    ['does not say where its keys are', { metadata: { jwks_uri: undefined } }],
    ['tells of groups without end', { claims: { groups: undefined }, person: endless }],
    ['sends keys without end', { keys: endless }],
    ['sends a token without end', { token: endless }],
    ['says nothing for the token', { token: silent }],
    ['drips its keys', { keys: drip }],
    ['drips what it is', { discovery: drip }],
    ['sends back with another state', {}, '?code=abc&state=other'],
    ['sends back without a state', {}, '?code=abc'],
    ['sends back without a code', {}, '?state=the-state'],
    ['sends back with an error', {}, '?error=access_denied&state=the-state'],
    ['sends back under the name of another one', {}, '?code=abc&state=the-state&iss=https%3A%2F%2Fevil.example'],
  ])('that %s signs nobody in, and is given up in time', async (_, behaviour, search) => {
    const before = await sessions()
    const began = performance.now()
    await expect(signIn(behaviour, search)).rejects.toThrow(/./)
    expect(performance.now() - began).toBeLessThan(LONGEST_MS)
    expect(await sessions()).toBe(before)
  })

  it.each<[string, object]>([
    ['no group', { groups: [] }],
    ['other groups', { groups: ['others'] }],
    ['the name of what every object has', { groups: ['constructor', '__proto__'] }],
    ['a group in another case', { groups: ['DESK'] }],
  ])('that tells %s gives nobody a session', async (_, claims) => {
    const before = await sessions()
    expect(await signIn({ claims: { sub: 'eve', ...claims } })).toBeNull()
    expect(await sessions()).toBe(before)
  })
})
