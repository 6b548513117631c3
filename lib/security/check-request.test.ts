import { expect, test } from 'vitest'
import { refusal, type RequestOrigin } from './check-request.ts'

const LOCAL = 'http://127.0.0.1:3000'
const PUBLIC = 'https://lifeguard.example.com'
const get = (more: Partial<RequestOrigin>): RequestOrigin => ({
  method: 'GET',
  path: '/',
  host: '127.0.0.1:3000',
  forwardedHost: null,
  origin: null,
  site: null,
  mode: null,
  destination: null,
  ...more,
})
const post = (more: Partial<RequestOrigin>) => get({ method: 'POST', origin: 'http://127.0.0.1:3000', ...more })

test.each<[string, RequestOrigin, string]>([
  ['127.0.0.1 with our port', get({}), LOCAL],
  ['localhost with our port', get({ host: 'localhost:3000' }), LOCAL],
  ['[::1] with our port', get({ host: '[::1]:3000' }), LOCAL],
  ['any case', get({ host: 'LocalHost:3000' }), LOCAL],
  ['another loopback address that we listen on', get({ host: '127.0.0.5:3000' }), 'http://127.0.0.5:3000'],
  ['the public name', get({ host: 'lifeguard.example.com' }), PUBLIC],
  ['an equal X-Forwarded-Host', get({ host: 'lifeguard.example.com', forwardedHost: 'lifeguard.example.com' }), PUBLIC],
  ['a post of our own page', post({}), LOCAL],
  ['a post under another of our names', post({ host: 'localhost:3000', origin: 'http://localhost:3000' }), LOCAL],
  ['a post behind TLS', post({ host: 'lifeguard.example.com', origin: PUBLIC }), PUBLIC],
  [
    'a page of another site that leads here',
    get({ site: 'cross-site', mode: 'navigate', destination: 'document' }),
    LOCAL,
  ],
  ['an address that somebody types', get({ site: 'none', mode: 'navigate', destination: 'document' }), LOCAL],
  ['what a page of ours loads', get({ site: 'same-origin', mode: 'cors', destination: 'empty' }), LOCAL],
  ['the provider, which tells that somebody signed out', post({ path: '/sign-in/back-channel', origin: null }), LOCAL],
  ...['/api/health', '/api/ready', '/api/metrics'].map((path): [string, RequestOrigin, string] => [
    `a stranger who asks for ${path}`,
    get({ path, host: '10.0.0.7:3000' }),
    LOCAL,
  ]),
  ['one who asks for the head of it', get({ path: '/api/ready', method: 'HEAD', host: '10.0.0.7:3000' }), PUBLIC],
])('allows %s', (_, request, url) => {
  expect(refusal(request, url)).toBeNull()
})

test.each<[string, RequestOrigin, string, string]>([
  ['a foreign name', get({ host: 'evil.example' }), LOCAL, 'does not answer under the name evil.example'],
  [
    'an image of a page of another site',
    get({ site: 'cross-site', mode: 'no-cors', destination: 'image' }),
    LOCAL,
    'A page of another site may lead here',
  ],
  [
    'a frame of a page of another site',
    get({ site: 'cross-site', mode: 'navigate', destination: 'iframe' }),
    LOCAL,
    'A page of another site may lead here',
  ],
  [
    'a form of another port',
    post({ site: 'same-site', mode: 'navigate', destination: 'document' }),
    LOCAL,
    'A page of another site may lead here',
  ],
  ['no name', get({ host: null }), LOCAL, 'does not answer under the name (none)'],
  ['another port', get({ host: '127.0.0.1:4000' }), LOCAL, 'does not answer under the name 127.0.0.1:4000'],
  [
    'a loopback name where there is a public one',
    get({ host: 'localhost:3000' }),
    PUBLIC,
    'Open https://lifeguard.example.com',
  ],
  ['a name that only begins like ours', get({ host: 'localhost:3000.evil.example' }), LOCAL, 'does not answer'],
  ['a forged X-Forwarded-Host', get({ forwardedHost: 'evil.example' }), LOCAL, 'X-Forwarded-Host differs from Host'],
  ['a post without Origin', post({ origin: null }), LOCAL, 'came from nowhere'],
  ['a post from elsewhere', post({ origin: 'http://evil.example' }), LOCAL, 'came from http://evil.example'],
  [
    'a post from another of our names',
    post({ origin: 'http://localhost:3000' }),
    LOCAL,
    'came from http://localhost:3000',
  ],
  ['a post from a sandboxed page', post({ origin: 'null' }), LOCAL, 'came from null'],
  [
    'a post under the scheme of another',
    post({ host: 'lifeguard.example.com', origin: 'http://lifeguard.example.com' }),
    PUBLIC,
    'came from',
  ],
  [
    'every other method that may change something',
    post({ method: 'DELETE', origin: null }),
    LOCAL,
    'came from nowhere',
  ],
  ['what only begins like a probe', get({ path: '/api/ready/x', host: '10.0.0.7' }), LOCAL, 'does not answer'],
  ['a post to the health', post({ path: '/api/health', host: 'evil.example' }), LOCAL, 'does not answer'],
])('refuses %s', (_, request, url, reason) => {
  expect(refusal(request, url)).toContain(reason)
})
