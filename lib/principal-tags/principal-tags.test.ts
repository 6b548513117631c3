import { expect, test } from 'vitest'
import { everTagged, taggedProviders, untaggedProviders } from './principal-tags.ts'

test('a provider whose name no call takes has no principal tags', () => {
  const long = `arn:aws:iam::123456789012:saml-provider/${'Harbour'.repeat(18)}`
  const pool = {
    userPools: [{ providerName: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_a', clientId: 'app' }],
    loginProviders: {},
    oidcProviderArns: [],
    samlProviderArns: [long],
  }
  const named = ['cognito-idp.us-east-1.amazonaws.com/us-east-1_a']
  expect(taggedProviders(pool)).toEqual(named)
  expect(untaggedProviders(pool)).toEqual([long])
  expect(everTagged(pool, [{ provider: long }])).toEqual(named)
})
