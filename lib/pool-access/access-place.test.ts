import { expect, test } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { accessPlace } from './access-place.ts'
import { toAccessSettings } from './access-settings.ts'
import { namedRemedy } from './with-remedy.ts'

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
  const place = namedRemedy({ at })
  expect(place && accessPlace(settings, place)).toBe(field)
})

test('a finding that an address names is no place', () => {
  const remedy = namedRemedy({ fix: 'retired-provider', subject: 'accounts.google.com', at: saml })
  expect(remedy && accessPlace(settings, remedy)).toBeNull()
})
