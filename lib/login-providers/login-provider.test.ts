import { expect, it } from 'vitest'
import { loginProvider } from './login-provider.ts'
import { providerNames } from './provider-names.ts'

const userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC'
const oidc = 'arn:aws:iam::123456789012:oidc-provider/id.example.com/a'
const saml = 'arn:aws-cn:iam::123456789012:saml-provider/Okta'

it.each([
  ['accounts.google.com', 'social', 'accounts.google.com', 'id-token'],
  ['graph.facebook.com', 'social', 'graph.facebook.com', 'access-token'],
  [userPool, 'user-pool', userPool, 'id-token'],
  [`${userPool}:client1`, 'user-pool', userPool, 'id-token'],
  ['cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC', 'user-pool', null, 'id-token'],
  [oidc, 'oidc', 'id.example.com/a', 'id-token'],
  ['id.example.com/a', 'oidc', 'id.example.com/a', 'id-token'],
  [saml, 'saml', saml, 'saml-assertion'],
  ['login.example', 'developer', 'login.example', 'id-token'],
  ['constructor', 'developer', 'constructor', 'id-token'],
  ['cognito-identity.amazonaws.com', 'identity-pool', null, 'id-token'],
  ['cognito-identity-us-gov.amazonaws.com', 'identity-pool', null, 'id-token'],
])('knows %s as %s', (name, kind, login, token) => {
  expect(loginProvider(name)).toMatchObject({ kind, login: login ?? name, token })
})

it('tells a user pool’s app client', () => {
  expect(loginProvider(`${userPool}:client1`).clientId).toBe('client1')
  expect(loginProvider(userPool).clientId).toBeNull()
})

it('names a pool’s providers as mappings, logins and principal tags do', () => {
  const pool = {
    userPools: [{ providerName: userPool, clientId: 'client1' }],
    loginProviders: { 'www.amazon.com': 'app' },
    oidcProviderArns: [oidc],
    samlProviderArns: [saml],
  }
  expect(providerNames(pool)).toEqual([
    { key: `${userPool}:client1`, login: userPool, tags: userPool },
    { key: 'www.amazon.com', login: 'www.amazon.com', tags: 'www.amazon.com' },
    { key: oidc, login: 'id.example.com/a', tags: oidc },
    { key: saml, login: saml, tags: saml },
  ])
})
