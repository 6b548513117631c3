import { UnsecuredJWT } from 'jose'
import type { Pool } from '../pools/pool.ts'

export const GOOGLE = 'accounts.google.com'
export const APPLE = 'appleid.apple.com'
export const FACEBOOK = 'graph.facebook.com'
export const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
export const SAML = 'arn:aws:iam::123456789012:saml-provider/Okta'
export const NOW = Date.UTC(2026, 10, 20, 12)
export const seconds = NOW / 1000

export const jwt = (claims: Record<string, unknown>) => new UnsecuredJWT(claims).encode()
export const google = { iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', iat: seconds - 60, exp: seconds + 3600 }
export const ofPool = { iss: `https://${USER_POOL}`, sub: 'u-1', aud: 'web1', token_use: 'id', exp: seconds + 3600 }
export const own = {
  iss: 'https://cognito-identity.amazonaws.com',
  sub: 'us-east-1:b',
  aud: 'us-east-1:a',
  exp: seconds + 60,
}

export const pool: Pool = {
  poolId: 'us-east-1:a',
  fingerprint: '',
  region: 'us-east-1',
  name: 'Pool',
  allowUnauthenticated: false,
  classicFlow: 'off',
  developerProviderName: 'login.members',
  loginProviders: { [GOOGLE]: 'app', [APPLE]: 'com.example.web', [FACEBOOK]: '1' },
  userPools: [{ providerName: USER_POOL, clientId: 'web1', serverSideTokenCheck: false }],
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example/x'],
  samlProviderArns: [SAML],
  tags: {},
}
