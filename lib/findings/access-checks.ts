import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { defineCheck } from './check.ts'
import { providersNamed } from '../pools/providers-named.ts'

export const guestAccess = defineCheck({
  id: 'guest-access',
  severity: 'medium',
  title: 'Guest access is on',
  form: 'access',
  counterparts: [
    'Security Hub Cognito.2',
    'AWS Config cognito-identity-pool-unauth-access-check',
    'AWS Config cognito-identity-pool-unauthenticated-logins',
    'Prowler cognito_identity_pool_guest_access_disabled',
    'Checkov CKV_AWS_366',
  ],
  reads: [],
  find: ({ pool }) =>
    pool.allowUnauthenticated ? [{ subject: '', evidence: 'Unauthenticated identities are allowed.' }] : [],
})

export const classicFlowOn = defineCheck({
  id: 'classic-flow-on',
  severity: 'high',
  title: 'Basic (classic) flow is on',
  form: 'access',
  counterparts: ['Datadog def-000-k8u'],
  reads: [],
  find: ({ pool }) => (pool.classicFlow === 'on' ? [{ subject: '', evidence: 'AllowClassicFlow is true.' }] : []),
})

export const classicFlowUnset = defineCheck({
  id: 'classic-flow-unset',
  severity: 'high',
  title: 'Basic (classic) flow is not set',
  form: 'access',
  counterparts: [],
  reads: [],
  find: ({ pool }) =>
    pool.classicFlow === 'unset' ? [{ subject: '', evidence: 'AllowClassicFlow was never set.' }] : [],
})

export const tokenCheckOff = defineCheck({
  id: 'token-check-off',
  severity: 'medium',
  title: 'Server-side token check is off',
  form: 'access',
  counterparts: [],
  reads: [],
  find: ({ pool }) =>
    pool.userPools
      .filter(({ serverSideTokenCheck }) => !serverSideTokenCheck)
      .map(({ providerName, clientId }) => ({
        subject: `${providerName}:${clientId}`,
        evidence: `${loginLabel(providerName)}, app client ${clientId}: the user pool is not asked.`,
      })),
})

export const providerMissing = defineCheck({
  id: 'developer-provider-missing',
  severity: 'medium',
  title: 'Identities use a provider that the pool does not name',
  form: 'access',
  counterparts: [],
  reads: ['logins'],
  find({ pool, logins }) {
    const named = providersNamed(pool)
    return logins.providers
      .filter((provider) => !named.has(provider))
      .map((provider) => ({ subject: provider, evidence: `Identities have logins of ${provider}.` }))
  },
  note: ({ logins }) =>
    logins.whole ? null : `It looked at the first ${logins.identities} identities only, not at all of them.`,
})

export const twitterSecret = defineCheck({
  id: 'twitter-secret',
  severity: 'medium',
  title: 'A consumer secret can be read in the pool’s settings',
  form: 'access',
  counterparts: [],
  reads: [],
  find: ({ pool }) =>
    Object.entries(pool.loginProviders)
      .filter(([name, value]) => value.endsWith(`;${MASKED}`) && !loginProvider(name).retired)
      .map(([name]) => ({
        subject: name,
        evidence: `The value of ${name} has a consumer secret after its semicolon.`,
      })),
})

export const retiredProvider = defineCheck({
  id: 'retired-provider',
  severity: 'low',
  title: 'A login provider no longer exists',
  form: 'access',
  counterparts: [],
  reads: [],
  find: ({ pool }) =>
    Object.keys(pool.loginProviders)
      .filter((name) => loginProvider(name).retired)
      .map((name) => ({ subject: name, evidence: `${name} is a login provider.` })),
})
