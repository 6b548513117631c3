import { describe, expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { startEdit, toAccessSettings } from './access-settings.ts'
import { consequences } from './consequences.ts'
import { accessChanges, poolChange, tagEdits } from './pool-change.ts'
import { rebaseSettings } from './rebase-settings.ts'
import { accessSettingsSchema, type AccessSettings } from './schema.ts'
import { withRemedy } from './with-remedy.ts'

const userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const oidc = 'arn:aws:iam::123456789012:oidc-provider/id.example.com'
const saml = 'arn:aws:iam::123456789012:saml-provider/Okta'

const pool: Pool = {
  poolId: 'us-east-1:1f',
  fingerprint: 'seen',
  region: 'us-east-1',
  name: 'Full',
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: null,
  loginProviders: {
    'www.digits.com': `digits-key;${MASKED}`,
    'api.twitter.com': `consumer;${MASKED}`,
    'accounts.google.com': 'google-app',
  },
  userPools: [{ providerName: userPool, clientId: 'client1', serverSideTokenCheck: true }],
  oidcProviderArns: [oidc],
  samlProviderArns: [saml],
  tags: { team: 'blue' },
}
const settings = (changed: Partial<AccessSettings> = {}): AccessSettings => ({ ...toAccessSettings(pool), ...changed })
const UNKNOWN = { mapped: null, tagged: null }
const provided = (name: string, value: string) =>
  settings().loginProviders.map((one) => (one.name === name ? { name, value } : one))

describe('the settings of a pool', () => {
  it('are valid as they come, and change nothing', () => {
    expect(accessSettingsSchema.parse(settings())).toEqual(settings())
    expect(poolChange(pool, settings())).toBeNull()
    expect(accessChanges(pool, settings())).toEqual([])
    expect(consequences(pool, settings(), UNKNOWN)).toEqual([])
  })

  it.each<[string, Partial<AccessSettings>, object]>([
    ['a name', { name: 'New' }, { name: 'New' }],
    ['guest access', { allowUnauthenticated: false }, { allowUnauthenticated: false }],
    ['the basic flow', { classicFlow: 'unset' }, { classicFlow: 'unset' }],
    ['a developer provider', { developerProviderName: 'login.me' }, { developerProviderName: 'login.me' }],
    ['no user pool', { userPools: [] }, { userPools: [] }],
    ['no OpenID provider', { oidcProviderArns: [] }, { oidcProviderArns: [] }],
    ['no SAML provider', { samlProviderArns: [] }, { samlProviderArns: [] }],
    [
      'another app id, keeping the secrets of others',
      { loginProviders: provided('accounts.google.com', 'other') },
      { loginProviders: { 'www.digits.com': null, 'api.twitter.com': null, 'accounts.google.com': 'other' } },
    ],
    [
      'a new secret',
      { twitter: { keptKey: 'consumer', consumerKey: 'consumer', consumerSecret: 'fresh' } },
      {
        loginProviders: {
          'www.digits.com': null,
          'api.twitter.com': 'consumer;fresh',
          'accounts.google.com': null,
        },
      },
    ],
    [
      'no Digits',
      { loginProviders: provided('www.digits.com', '') },
      { loginProviders: { 'api.twitter.com': null, 'accounts.google.com': null } },
    ],
  ])('with %s change that alone', (_, changed, change) => {
    expect(poolChange(pool, settings(changed))).toEqual(change)
    expect(accessChanges(pool, settings(changed))).toHaveLength(1)
  })

  it('never show a new secret, and show that there is one', () => {
    const twitter = { keptKey: 'consumer', consumerKey: 'consumer', consumerSecret: 'fresh' }
    const [change] = accessChanges(pool, settings({ twitter }))
    expect(change).toMatchObject({ before: `consumer;${MASKED}`, after: 'consumer;(a new secret)' })
  })
})

describe('principal tags in the settings', () => {
  const google = { provider: 'accounts.google.com', useDefaults: false, tags: { team: 'team' }, fingerprint: 'g' }
  const started = startEdit(google.provider, google)

  it('change nothing until they differ', () => {
    expect(tagEdits(pool, settings({ principalTags: [started] }))).toEqual([])
    const edited = { ...started, mode: 'defaults' as const }
    expect(accessChanges(pool, settings({ principalTags: [edited] }))).toMatchObject([
      { label: 'Principal tags of Google, team', before: 'Claim team', after: null },
      { label: 'Principal tags of Google', before: null, after: 'Default mapping' },
    ])
  })

  it('of a provider that is removed are left alone', () => {
    const edited = { ...started, mode: 'none' as const }
    const without = settings({ principalTags: [edited], loginProviders: provided('accounts.google.com', '') })
    expect(tagEdits(pool, without)).toEqual([])
  })
})

describe('constraints of the settings', () => {
  it.each<[string, Partial<AccessSettings>, string]>([
    ['a name with a slash', { name: 'a/b' }, 'name'],
    [
      'a key without its secret',
      { twitter: { keptKey: 'a', consumerKey: 'b', consumerSecret: '' } },
      'twitter.consumerSecret',
    ],
    [
      'a secret without its key',
      { twitter: { keptKey: '', consumerKey: '', consumerSecret: 's' } },
      'twitter.consumerKey',
    ],
    ['a SAML ARN as OpenID provider', { oidcProviderArns: [{ arn: saml }] }, 'oidcProviderArns.0.arn'],
    ['an ARN twice', { samlProviderArns: [{ arn: saml }, { arn: saml }] }, 'samlProviderArns.1.arn'],
    ['an app client twice', { userPools: [...pool.userPools, ...pool.userPools] }, 'userPools.1.clientId'],
    [
      'a custom mapping of nothing',
      { principalTags: [{ provider: 'x', before: null, mode: 'custom', rows: [] }] },
      'principalTags.0.mode',
    ],
    [
      'a tag twice',
      {
        principalTags: [
          {
            provider: 'x',
            before: null,
            mode: 'custom',
            rows: [
              { key: 'a', claim: 'b' },
              { key: 'a', claim: 'c' },
            ],
          },
        ],
      },
      'principalTags.0.rows.1.key',
    ],
  ])('refuse %s at its field', (_, changed, path) => {
    const { error } = accessSettingsSchema.safeParse(settings(changed))
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})

describe('consequences', () => {
  it('name everything that is taken away, and whose identities it is about', () => {
    const all = consequences(
      pool,
      settings({
        allowUnauthenticated: false,
        classicFlow: 'off',
        userPools: [],
        oidcProviderArns: [],
        samlProviderArns: [],
        loginProviders: provided('accounts.google.com', ''),
      }),
      UNKNOWN,
    )
    expect(all.map(({ affects }) => affects)).toEqual([
      'guests',
      null,
      { login: userPool },
      { login: 'accounts.google.com' },
      { login: 'id.example.com' },
      { login: saml },
      null,
      null,
    ])
    expect(all.at(-2)?.text).toMatch(/^Role mappings of .*Google.*, where there are any, stay in the pool/)
  })

  it('name only what a provider leaves behind', () => {
    const without = settings({ loginProviders: provided('accounts.google.com', ''), userPools: [] })
    const left = (mapped: string[], tagged: string[]) =>
      consequences(pool, without, { mapped, tagged }).flatMap(({ text }) => (text.includes('stay in') ? [text] : []))
    expect(left([], [])).toEqual([])
    expect(left([`${userPool}:client1`, 'elsewhere'], ['accounts.google.com'])).toEqual([
      expect.stringMatching(/^Role mappings of User pool us-east-1_AbCdEf123, app client client1 stay/),
      expect.stringMatching(/^Principal tags of Google stay/),
    ])
  })

  it('warn of what is opened and of what is for good', () => {
    const closed = { ...pool, allowUnauthenticated: false, classicFlow: 'off' as const }
    const open = settings({
      developerProviderName: 'login.me',
      userPools: pool.userPools.map((one) => ({ ...one, serverSideTokenCheck: false })),
    })
    expect(consequences(closed, open, UNKNOWN).map(({ text }) => text.split(':')[0])).toEqual([
      'Guest access on',
      'Basic flow on',
      'The developer provider name login.me can never be changed or removed.',
      'Server-side token check off for User pool us-east-1_AbCdEf123, app client client1',
    ])
  })
})

describe('settings put on top of another change', () => {
  it('keep both changes', () => {
    const theirs = { ...pool, name: 'Theirs', oidcProviderArns: [], fingerprint: 'moved' }
    const mine = settings({ classicFlow: 'off', samlProviderArns: [] })
    const both = rebaseSettings({ base: pool, mine, theirs, tags: [] })
    expect(poolChange(theirs, both)).toEqual({ classicFlow: 'off', samlProviderArns: [] })
  })
})

describe('the remedy of a finding', () => {
  it.each([
    ['guest-access', '', { allowUnauthenticated: false }],
    ['classic-flow-on', '', { classicFlow: 'off' }],
    ['developer-provider-missing', 'login.lost', { developerProviderName: 'login.lost' }],
    ['twitter-secret', 'api.twitter.com', { loginProviders: { 'www.digits.com': null, 'accounts.google.com': null } }],
    [
      'retired-provider',
      'www.digits.com',
      { loginProviders: { 'api.twitter.com': null, 'accounts.google.com': null } },
    ],
    ['something-else', '', null],
  ])('for %s is a change that is not saved yet', (fix, subject, change) => {
    expect(poolChange(pool, withRemedy(settings(), { fix, subject }))).toEqual(change)
  })

  it('turns on the token check of the app client that it names', () => {
    const userPools = ['client1', 'client2'].map((clientId) => ({
      providerName: userPool,
      clientId,
      serverSideTokenCheck: false,
    }))
    const unchecked = { ...pool, userPools }
    const fixed = withRemedy(toAccessSettings(unchecked), { fix: 'token-check-off', subject: `${userPool}:client2` })
    expect(fixed.userPools.map(({ serverSideTokenCheck }) => serverSideTokenCheck)).toEqual([false, true])
  })
})
