import * as fc from 'fast-check'

export const NOW = Date.UTC(2026, 10, 27, 12)
const seconds = NOW / 1000

const USER_POOLS = ['us-east-1_AbCdEf123', 'eu-west-1_AbCdEf123'].map(
  (id) => `cognito-idp.${id.slice(0, id.indexOf('_'))}.amazonaws.com/${id}`,
)
const GOOGLE = 'accounts.google.com'
const APPLE = 'appleid.apple.com'
const FACEBOOK = 'graph.facebook.com'
const OIDC = ['tenant.eu.auth0.com', 'id.example/realms/one']
export const SAML = 'arn:aws:iam::123456789012:saml-provider/Okta'
export const DEVELOPER = 'login.members'
const APPS = ['web1', 'phone2', 'other9']

const app = fc.constantFrom(...APPS)
const apps = fc.subarray(APPS, { minLength: 1, maxLength: 2 })
const userPools = fc.uniqueArray(fc.tuple(fc.constantFrom(...USER_POOLS), app), {
  maxLength: 3,
  selector: ([name, client]) => `${name}:${client}`,
})
export const poolsForTests = fc.record({
  userPools,
  social: fc.dictionary(
    fc.constantFrom(GOOGLE, APPLE, FACEBOOK),
    apps.map((some) => some.join(';')),
    { maxKeys: 3 },
  ),
  oidc: fc.subarray(OIDC),
  saml: fc.boolean(),
  developer: fc.boolean(),
})

const slips: ((name: string) => string)[] = [
  (name) => `${name}/`,
  (name) => `https://${name}`,
  (name) => `https://${name}/`,
  (name) => `http://${name}`,
  (name) => name.replaceAll('-', '_'),
  (name) => name.replaceAll('.', ':'),
  (name) => name.replace('us-east-1', 'eu-west-1'),
  (name) => name.replace(/^.*\//, ''),
  (name) => name.toUpperCase(),
  (name) => `${name}:web1`,
  (name) => name.replace(/\/.*$/, '/us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'),
  (name) => `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${name.replace(/^.*\//, '')}`,
  () => '(null)/us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
]
const issuers = [...USER_POOLS, GOOGLE, APPLE, ...OIDC]
const somewhere = fc.constantFrom(...issuers, 'id.elsewhere')
const slipped = fc.tuple(somewhere, fc.constantFrom(...slips)).map(([name, slip]) => slip(name))
const key = (issuer: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(issuer) },
    { weight: 2, arbitrary: slipped },
    somewhere,
    fc.constantFrom(FACEBOOK, SAML, DEVELOPER, 'snapshot', 'www.amazon.com', 'cognito-identity.amazonaws.com'),
  )

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const jwt = (claims: object) => `${encoded({ alg: 'RS256' })}.${encoded(claims)}.signature`
const claimsOf = (issuer: string) =>
  fc.record(
    {
      iss: fc.oneof(
        { weight: 5, arbitrary: fc.constant(`https://${issuer}`) },
        fc.constantFrom(issuer, `http://${issuer}`, 7),
      ),
      aud: fc.oneof({ weight: 5, arbitrary: app }, fc.array(app, { maxLength: 2 }), fc.constant('elsewhere')),
      sub: fc.oneof({ weight: 8, arbitrary: fc.constant('ada') }, fc.constant(''), fc.constant(5)),
      exp: fc.oneof(
        { weight: 6, arbitrary: fc.constant(seconds + 3600) },
        fc.constantFrom<unknown>(seconds, seconds - 1, seconds + 1, 'soon'),
      ),
      token_use: fc.constantFrom('id', 'access'),
      azp: app,
      'cognito:roles': fc.constant(['arn:aws:iam::123456789012:role/Group']),
    },
    { requiredKeys: [] },
  )
const whole = (issuer: string) =>
  fc.tuple(app, claimsOf(issuer)).map(([aud, { token_use, azp }]) => ({
    iss: `https://${issuer}`,
    aud,
    sub: 'ada',
    exp: seconds + 3600,
    ...(token_use && { token_use }),
    ...(azp && { azp }),
    'cognito:roles': ['arn:aws:iam::123456789012:role/Group'],
  }))
const token = (issuer: string) =>
  fc.oneof(
    { weight: 6, arbitrary: whole(issuer).map(jwt) },
    { weight: 3, arbitrary: claimsOf(issuer).map(jwt) },
    { weight: 1, arbitrary: whole(issuer).map((claims) => `Bearer ${jwt(claims)}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        jwt({
          iss: 'https://cognito-identity.amazonaws.com',
          sub: 'us-east-1:a',
          aud: 'us-east-1:b',
          exp: seconds + 9,
        }),
        'EAAopaque',
        'eyJhbGciOiJSU0EifQ.a.b.c.d',
        jwt({ iss: `https://${issuer}` }).slice(0, -12),
      ),
    },
  )
export const loginsForTests = somewhere.chain((issuer) => fc.record({ provider: key(issuer), token: token(issuer) }))
