import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, expect, test } from 'vitest'
import {
  FACEBOOK,
  GOOGLE,
  GOOGLE_CLIENT,
  googleToken,
  idToken,
  openPool,
  serveForTest,
  USER_POOL,
  userPoolToken,
} from '../serve-for-tests.ts'

const OIDC = 'id.example/tenant'
const SAML = 'arn:aws:iam::123456789012:saml-provider/Example'
const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
const keyOnOffer = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k' }] })
const keys = createServer((_request, response) => response.end(keyOnOffer))
await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve))
const keySet = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks`
const served = await serveForTest({
  jwks: new Map([
    ['https://signed.example', keySet],
    ['https://down.example', 'http://127.0.0.1:1/jwks'],
  ]),
})
afterAll(async () => {
  keys.close()
  await served.close()
})
const aws = new CognitoIdentity(served.config())
const oidc = (host: string) => `arn:aws:iam::123456789012:oidc-provider/${host}`
const { IdentityPoolId } = await aws.createIdentityPool({
  ...openPool,
  OpenIdConnectProviderARNs: [oidc(OIDC), oidc('signed.example'), oidc('down.example')],
  SamlProviderARNs: [SAML],
})

const saml = (xml: string) =>
  Buffer.from(`<Response><Assertion><Subject>${xml}</Subject></Assertion></Response>`).toString('base64')
const signIn = (Logins: Record<string, string>) => aws.getId({ IdentityPoolId, Logins })

const good: [string, Record<string, string>][] = [
  [
    'Google, with either form of its issuer',
    { [GOOGLE]: idToken({ iss: 'accounts.google.com', aud: GOOGLE_CLIENT, sub: '1' }) },
  ],
  ['several audiences', { [GOOGLE]: googleToken('2', { aud: ['other', GOOGLE_CLIENT] }) }],
  ['a user pool', { [USER_POOL]: userPoolToken('3') }],
  [
    'an OpenID provider, whatever the audience',
    { [OIDC]: idToken({ iss: `https://${OIDC}`, aud: 'anything', sub: '4' }) },
  ],
  ['an opaque token', { [FACEBOOK]: 'EAAB-opaque' }],
  ['a SAML assertion', { [SAML]: saml('<saml:NameID Format="x">ada&amp;co</saml:NameID>') }],
]
test.each(good)('%s opens one identity', async (_what, logins) => {
  const { IdentityId } = await signIn(logins)
  expect((await signIn(logins)).IdentityId).toBe(IdentityId)
  expect((await aws.describeIdentity({ IdentityId })).Logins).toEqual(Object.keys(logins))
})

const expired = Math.floor(Date.now() / 1000) - 10
const notAuthorized = 'NotAuthorizedException'
const unsupported = 'Token is not from a supported provider of this identity pool.'
const noToken = 'Invalid login token. Not a valid OpenId Connect identity token.'
const issuer = "Invalid login token. Issuer doesn't match providerName"
const bad: [string, Record<string, string>, string, string?][] = [
  [
    'an expired token',
    { [GOOGLE]: googleToken('x', { exp: expired }) },
    `Invalid login token. Token expired: ${expired} >= `,
  ],
  [
    'a token of another issuer',
    { [GOOGLE]: userPoolToken('x') },
    "Invalid login token. Issuer doesn't match providerName",
  ],
  [
    'an access token',
    { [USER_POOL]: userPoolToken('x', { aud: undefined }) },
    'Invalid login token. Missing a required claim: aud',
  ],
  [
    'a token without a subject',
    { [USER_POOL]: userPoolToken('x', { sub: undefined }) },
    'Invalid login token. Missing a required claim: sub',
  ],
  [
    'a token that never expires',
    { [USER_POOL]: userPoolToken('x', { exp: undefined }) },
    'Invalid login token. Missing a required claim: exp',
  ],
  ['a token of another app client', { [USER_POOL]: userPoolToken('x', { aud: 'other' }) }, unsupported],
  ['a token of another Google client', { [GOOGLE]: googleToken('x', { aud: 'other' }) }, unsupported],
  ['a provider that the pool does not have', { 'www.amazon.com': 'Atza|x' }, unsupported],
  [
    'a token of this very service',
    { [GOOGLE]: idToken({ iss: 'https://cognito-identity.amazonaws.com', aud: 'x', sub: 'x' }) },
    "Invalid login token. Can't pass in a Cognito token.",
  ],
  [
    'this service as a provider',
    { 'cognito-identity.amazonaws.com': 'x' },
    "Invalid login token. Can't pass in a Cognito token.",
  ],
  [
    'the developer provider',
    { 'login.example': 'user' },
    'Please provide a valid public provider.',
    'InvalidParameterException',
  ],
  [
    'a name that no public provider has',
    { facebook: 'user' },
    'Please provide a valid public provider.',
    'InvalidParameterException',
  ],
  ['a JWT under the ID of its user pool', { [USER_POOL.split('/')[1] ?? '']: userPoolToken('x') }, issuer],
  ['a JWT under its issuer’s address', { [`https://${USER_POOL}`]: userPoolToken('x') }, issuer],
  ['a JWT under _ for -', { [USER_POOL.replace('us-east-1.', 'us_east_1.')]: userPoolToken('x') }, issuer],
  [
    'a JWT under an identity pool’s ID',
    { [`${USER_POOL.split('/')[0]}/${IdentityPoolId}`]: userPoolToken('x') },
    issuer,
  ],
  ['a JWT under (null)', { [`(null)/${IdentityPoolId}`]: userPoolToken('x') }, issuer],
  ['a JWT under the developer provider', { 'login.example': userPoolToken('x') }, issuer],
  [
    'an access token under a bare ID',
    { us_1: userPoolToken('x', { aud: undefined }) },
    'Missing a required claim: aud',
  ],
  ['an expired token under a wrong key', { snapshot: userPoolToken('x', { exp: expired }) }, issuer],
  [
    'a JWT of a provider that the pool does not have',
    { 'id.elsewhere': idToken({ iss: 'https://id.elsewhere', aud: 'a', sub: 's' }) },
    unsupported,
  ],
  ['a token that is none', { [GOOGLE]: 'opaque' }, noToken],
  ['a token with Bearer before it', { [GOOGLE]: `Bearer ${googleToken('x')}` }, noToken],
  ['claims of the wrong kind', { [GOOGLE]: googleToken('x', { exp: 'soon' }) }, noToken],
  ['a SAML answer without a subject', { [SAML]: saml('') }, 'Invalid login token. '],
  ['one bad token among good ones', { [FACEBOOK]: 'fine', [GOOGLE]: 'opaque' }, noToken],
]
test.each(bad)('%s is refused', async (_what, logins, message, name = notAuthorized) => {
  await expect(signIn(logins)).rejects.toMatchObject({ name, message: expect.stringContaining(message) as string })
})

test('signatures are verified for issuers whose keys are known', async () => {
  const token = new SignJWT({ iss: 'https://signed.example', aud: 'a', sub: 's', nbf: 1 })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setExpirationTime('1h')
  const { IdentityId } = await signIn({ 'signed.example': await token.sign(privateKey) })
  expect(IdentityId).toBeDefined()
  const forged = idToken({ iss: 'https://signed.example', aud: 'a', sub: 's' })
  await expect(signIn({ 'signed.example': forged })).rejects.toMatchObject({
    name: notAuthorized,
    message: "Invalid login token. Couldn't verify signed token.",
  })
})

test('keys that cannot be had are the provider’s failure', async () => {
  const token = idToken({ iss: 'https://down.example', aud: 'a', sub: 's' })
  await expect(signIn({ 'down.example': token })).rejects.toMatchObject({ name: 'ExternalServiceException' })
})

test('a social login’s token of another app meets the other public text where that is asked for', async () => {
  const other = await serveForTest({ wrongAudience: 'audience' })
  const client = new CognitoIdentity(other.config())
  const { IdentityPoolId: poolId } = await client.createIdentityPool(openPool)
  const refused = (Logins: Record<string, string>) => client.getId({ IdentityPoolId: poolId, Logins })
  await expect(refused({ [GOOGLE]: googleToken('x', { aud: 'other' }) })).rejects.toMatchObject({
    message: 'Invalid login token. Incorrect token audience.',
  })
  await expect(refused({ [USER_POOL]: userPoolToken('x', { aud: 'other' }) })).rejects.toMatchObject({
    message: unsupported,
  })
  await other.close()
})

test.each([
  ['sent', "Issuer doesn't match providerName"],
  ['name', noToken],
  ['name-down', "Issuer doesn't match providerName"],
] as const)('of several logins that do not count one is told, in the order %s', async (loginOrder, told) => {
  const ordered = await serveForTest({ loginOrder })
  const client = new CognitoIdentity(ordered.config())
  const made = await client.createIdentityPool(openPool)
  const Logins = {
    [USER_POOL]: idToken({ iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other', sub: 'u', aud: 'c' }),
    [GOOGLE]: 'no token',
  }
  await expect(client.getId({ IdentityPoolId: made.IdentityPoolId, Logins })).rejects.toThrow(told)
  await ordered.close()
})
