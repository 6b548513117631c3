import { describe, expect, it } from 'vitest'
import { storedConfiguration, storedFacts } from './stored-configuration.ts'

/** As version 0.1 wrote it. */
const pool = {
  poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: true,
  classicFlow: 'unset',
  developerProviderName: null,
  loginProviders: { 'api.twitter.com': 'key;•••' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}
const roles = {
  fingerprint: 'f',
  authenticated: 'arn:aws:iam::123456789012:role/User',
  unauthenticated: null,
  mappings: [],
}
const principalTags = { provider: 'accounts.google.com', useDefaults: false, tags: { user: 'sub' }, fingerprint: 'f' }

describe('what the audit kept', () => {
  it.each([
    ['pool', pool],
    ['roles', roles],
    ['principal-tags', principalTags],
    ['tags', { tags: { team: 'web' } }],
  ])('is known as %s when it is whole', (kind, kept) => {
    expect(storedConfiguration(kept)?.kind).toBe(kind)
  })

  it('shows a masked secret as every pool does', () => {
    expect(storedFacts(pool)).toContainEqual({
      key: 'login-provider api.twitter.com',
      label: 'Twitter login',
      value: 'key;••••••••',
    })
  })

  const { classicFlow: _, ...smaller } = pool
  it('is known of a pool when it is older than a setting, which it does not tell', () => {
    expect(storedConfiguration(smaller)).toMatchObject({ kind: 'pool', pool: { name: 'Kiosk', tags: {} } })
    expect(storedFacts(smaller).map(({ label }) => label)).toEqual(['Name', 'Guest access', 'Twitter login'])
  })

  const { name: __, ...nameless } = pool
  it.each([
    ['a pool without its name', nameless],
    ['tags with a masked one', { tags: { team: 'web', 'api-secret': '•••' } }],
    ['principal tags with a masked one', { ...principalTags, tags: { token: '•••' } }],
    ['something else', { reason: 'A kiosk', by: 'Ada', at: 1, until: null, where: ['here'] }],
    ['a text', 'gone'],
    ['nothing', null],
  ])('cannot be restored when it is %s', (_what, kept) => {
    expect(storedConfiguration(kept)).toBeNull()
  })

  it('is told member by member when its shape is not known', () => {
    expect(storedFacts(nameless).map(({ label }) => label)).toEqual([
      'Allow unauthenticated',
      'Classic flow',
      'Login providers',
      'User pools',
      'Oidc provider arns',
      'Saml provider arns',
      'Tags',
    ])
    expect(storedFacts({ reason: 'A kiosk', at: 1, until: null })).toEqual([
      { key: 'reason', label: 'Reason', value: 'A kiosk' },
      { key: 'at', label: 'When', value: '1970-01-01 00:00:00 UTC' },
    ])
    expect(storedFacts('gone')).toEqual([{ key: 'value', label: 'Value', value: 'gone' }])
    expect(storedFacts(null)).toEqual([])
  })
})
