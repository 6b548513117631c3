import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose'

export const CLIENT = { id: 'lifeguard', secret: 'a-client-secret-of-a-provider' }

/** What one answer of the provider is in the place of a good one. */
export type Answer = {
  status?: number
  headers?: Record<string, string>
  body?: string | ((response: ServerResponse) => void)
}

/** How a provider behaves. Whatever is left out is as it should be. */
export type Behaviour = {
  metadata?: object
  discovery?: Answer
  claims?: JWTPayload
  /** Of the ID token, before it is signed. */
  header?: { alg?: string; kid?: string | undefined }
  sign?: 'right' | 'other key' | 'secret' | 'none' | 'garbage'
  token?: Answer
  keys?: Answer
  person?: Answer
  tokens?: object
}

/** An OpenID provider on this machine that does as it is told. */
export async function startHostileIssuer() {
  const right = await generateKeyPair('RS256', { extractable: true })
  const other = await generateKeyPair('RS256', { extractable: true })
  const jwk: JWK = { ...(await exportJWK(right.publicKey)), kid: 'right', alg: 'RS256', use: 'sig' }
  let behaviour: Behaviour = {}
  let nonce = ''
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', issuer).pathname, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const send = (response: ServerResponse, good: object, { status = 200, headers = {}, body }: Answer = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    if (typeof body === 'function') body(response)
    else response.end(body ?? JSON.stringify(good))
  }

  async function idToken() {
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, exp: now + 300 }
    const claims = { iss: issuer, aud: CLIENT.id, sub: 'ada', nonce, name: 'Ada', groups: ['desk'], ...times }
    const told = { ...claims, ...behaviour.claims }
    const payload = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
    const header = { alg: 'RS256', kid: 'right', ...behaviour.header }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    switch (behaviour.sign) {
      case 'none':
        return `${part({ ...header, alg: 'none' })}.${part(payload)}.`
      case 'garbage':
        return 'not.a.token'
      case 'secret':
        return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT.secret))
      case 'other key':
        return new SignJWT(payload).setProtectedHeader(header).sign(other.privateKey)
      default:
        return new SignJWT(payload).setProtectedHeader(header).sign(right.privateKey)
    }
  }

  async function answer(path: string, response: ServerResponse) {
    const metadata = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/person`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      response_types_supported: ['code'],
      ...behaviour.metadata,
    }
    if (path.startsWith('/.well-known/')) return send(response, metadata, behaviour.discovery)
    if (path === '/keys') return send(response, { keys: [jwk] }, behaviour.keys)
    if (path === '/person') return send(response, { sub: 'ada', groups: ['desk'] }, behaviour.person)
    const tokens = { access_token: 'access', token_type: 'Bearer', id_token: await idToken(), ...behaviour.tokens }
    return send(response, tokens, behaviour.token)
  }

  return {
    issuer,
    /** From now on, for the way that has this nonce. */
    behave(next: Behaviour, ofNonce: string) {
      behaviour = next
      nonce = ofNonce
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
