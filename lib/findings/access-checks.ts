import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { defineCheck } from './check.ts'
import { providersNamed } from '../pools/providers-named.ts'

export const guestAccess = defineCheck({
  id: 'guest-access',
  severity: 'medium',
  title: 'Guest access is on',
  why: 'Anyone on the internet who knows the pool ID, which every copy of the app contains, gets AWS credentials of the guest role, and every visit adds an identity that stays.',
  remedy: 'Turn guest access off. If the app needs guests, let the guest role allow as little as possible.',
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

const whyClassic =
  'In the basic (classic) flow the app, not the pool, chooses the role: any role whose trust policy accepts the pool. Guests escape the list of services that the enhanced flow holds them to. While a pool has role mappings the service refuses this flow; removing the last one opens it.'

export const classicFlowOn = defineCheck({
  id: 'classic-flow-on',
  severity: 'high',
  title: 'Basic (classic) flow is on',
  why: whyClassic,
  remedy: 'Move apps to GetCredentialsForIdentity (the enhanced flow), then turn the basic flow off.',
  form: 'access',
  counterparts: ['Datadog def-000-k8u'],
  reads: [],
  find: ({ pool }) => (pool.classicFlow === 'on' ? [{ subject: '', evidence: 'AllowClassicFlow is true.' }] : []),
})

export const classicFlowUnset = defineCheck({
  id: 'classic-flow-unset',
  severity: 'high',
  title: 'Basic (classic) flow is not set',
  why: `Not set is not off: the service still answers the basic flow. ${whyClassic}`,
  remedy: 'Set the basic flow to off, once no app calls GetOpenIdToken and AssumeRoleWithWebIdentity by itself.',
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
  why: 'The pool looks only at a token’s signature and expiry. A user who was deleted or signed out everywhere still gets AWS credentials until the token expires.',
  remedy: 'Turn the server-side token check on for this app client.',
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
  why: 'Users with such a login cannot sign in, and nobody can look them up, merge or unlink them by their developer user identifier. Whoever may update the pool decides who answers for that name next.',
  remedy:
    'If the name is a developer provider, name it as the pool’s developer provider (once set it stays). If it is a provider that was removed on purpose, delete its identities.',
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
  why: 'Twitter’s value is consumer key and consumer secret in one. Everyone who may describe the pool, read-only roles and inventory tools included, can read the secret.',
  remedy:
    'Sign Twitter users in through a user pool or an OpenID Connect provider, remove Twitter here, then replace the secret at Twitter.',
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
  why: 'Digits was shut down years ago. Nobody can sign in with it; the entry only hides what the pool really accepts, and trusts a name that nobody looks after any more.',
  remedy: 'Remove Digits from the login providers.',
  form: 'access',
  counterparts: [],
  reads: [],
  find: ({ pool }) =>
    Object.keys(pool.loginProviders)
      .filter((name) => loginProvider(name).retired)
      .map((name) => ({ subject: name, evidence: `${name} is a login provider.` })),
})
