import { expect, test } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { accessPlace } from './access-place.ts'
import { toAccessSettings } from './access-settings.ts'
import { PLACE } from './with-remedy.ts'

const userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const saml = 'arn:aws:iam::123456789012:saml-provider/Okta'
const pool: Pool = {
  poolId: 'us-east-1:1f',
  fingerprint: 'seen',
  region: 'us-east-1',
  name: 'Full',
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: 'members',
  loginProviders: { 'accounts.google.com': 'app', 'api.twitter.com': 'key' },
  userPools: ['one', 'two'].map((clientId) => ({ providerName: userPool, clientId, serverSideTokenCheck: true })),
  oidcProviderArns: [],
  samlProviderArns: [saml],
  tags: {},
}
const settings = toAccessSettings(pool)
const google = settings.loginProviders.findIndex(({ name }) => name === 'accounts.google.com')

test.each([
  ['allowUnauthenticated', 'allowUnauthenticated'],
  ['developerProviderName', 'developerProviderName'],
  [`${userPool}:two`, 'userPools.1.providerName'],
  ['accounts.google.com', `loginProviders.${google}.value`],
  ['api.twitter.com', 'twitter.consumerKey'],
  [saml, 'samlProviderArns.0.arn'],
  ['elsewhere', null],
])('the place of %s in the form is %s', (at, field) => {
  expect(accessPlace(settings, { fix: PLACE, subject: at })).toBe(field)
})

test.each([
  ['guest-access', '', 'allowUnauthenticated'],
  ['classic-flow-unset', '', 'classicFlow'],
  ['token-check-off', `${userPool}:two`, 'userPools.1.serverSideTokenCheck'],
  ['token-check-off', `${userPool}:three`, null],
  ['developer-provider-missing', 'lost', 'developerProviderName'],
  ['twitter-secret', 'api.twitter.com', 'twitter.consumerKey'],
  ['retired-provider', 'www.digits.com', null],
  ['nonsense', '', null],
])('the place of the finding %s on “%s” is %s', (fix, subject, field) => {
  const unchecked = settings.userPools.map((one) => ({ ...one, serverSideTokenCheck: false }))
  expect(accessPlace({ ...settings, userPools: unchecked }, { fix, subject })).toBe(field)
})
