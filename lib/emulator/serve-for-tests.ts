import { once } from 'node:events'
import { createWorld, type WorldOptions } from './create-world.ts'
import { listen } from './server/listen.ts'

export const configOf = (endpoint: string | null, region = 'us-east-1') => ({
  region,
  endpoint: endpoint ?? '',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret-example' },
  maxAttempts: 1,
})

/** A world behind HTTP on a free port of this machine, with what a client of the SDK needs to reach it. */
export async function serveForTest(options: WorldOptions = {}) {
  const world = createWorld(options)
  const { server, url } = await listen(world, { host: '127.0.0.1', port: 0 })
  const config = (region?: string) => configOf(url, region)
  async function close() {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
    world.store.close()
  }
  return { world, url, config, close }
}

export const SIGNED = {
  authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261120/us-east-1/cognito-identity/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
  'x-amz-date': '20261120T000000Z',
}

/** One call as it travels, without the help of an SDK. */
export function post(url: string, operation: string, body: unknown, headers: Record<string, string> = SIGNED) {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${operation}`,
      ...headers,
    },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** An ID token with a worthless signature, good for an hour. */
export const idToken = (claims: Record<string, unknown>) =>
  `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}.c2lnbmF0dXJl`

export const GOOGLE = 'accounts.google.com'
export const GOOGLE_CLIENT = 'example.apps.googleusercontent.com'
export const FACEBOOK = 'graph.facebook.com'
export const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Example01'

export const googleToken = (sub: string, claims: Record<string, unknown> = {}) =>
  idToken({ iss: 'https://accounts.google.com', aud: GOOGLE_CLIENT, sub, ...claims })

export const userPoolToken = (sub: string, claims: Record<string, unknown> = {}) =>
  idToken({ iss: `https://${USER_POOL}`, aud: 'webclient', sub, ...claims })

export const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

/** A pool that every kind of login can use. */
export const openPool = {
  IdentityPoolName: 'Open',
  AllowUnauthenticatedIdentities: true,
  DeveloperProviderName: 'login.example',
  SupportedLoginProviders: {
    [GOOGLE]: GOOGLE_CLIENT,
    [FACEBOOK]: '1234567890',
    'appleid.apple.com': 'com.example.app',
  },
  CognitoIdentityProviders: [{ ProviderName: USER_POOL, ClientId: 'webclient' }],
}
