import { describe, expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { restoredPool, secretsToAsk } from './restored-pool.ts'

const TWITTER = 'api.twitter.com'
const present: Pool = {
  poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  fingerprint: 'now',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: null,
  loginProviders: { 'accounts.google.com': 'new' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: { team: 'web' },
}
const earlier = {
  ...present,
  name: 'Old kiosk',
  classicFlow: 'unset' as const,
  loginProviders: { 'accounts.google.com': 'old' },
}

describe('restoring a pool', () => {
  it('brings every setting back', () => {
    const { change, next, kept } = restoredPool(earlier, present, {})
    expect(change).toEqual({
      name: 'Old kiosk',
      classicFlow: 'unset',
      loginProviders: { 'accounts.google.com': 'old' },
    })
    expect(next).toEqual({ ...present, ...change, developerProviderName: null })
    expect(kept).toEqual([])
  })

  it('leaves a setting that the entry is too old to tell as it is', () => {
    const { classicFlow: _, loginProviders: __, tags: ___, ...older } = earlier
    const { change, next, kept } = restoredPool(older, present, {})
    expect(change).toEqual({ name: 'Old kiosk' })
    expect(next).toEqual({ ...present, name: 'Old kiosk' })
    expect(kept).toEqual([])
  })

  it('leaves tags as they are, and says so', () => {
    const { next, kept } = restoredPool({ ...earlier, tags: {} }, present, {})
    expect(next.tags).toEqual({ team: 'web' })
    expect(kept).toEqual(['Tags stay as they are: they are changed under Tags.'])
  })

  it.each([
    ['sets a developer provider that the pool lacks', null, 'login.old', 'login.old', 0],
    ['cannot change the developer provider', 'login.new', 'login.old', undefined, 1],
    ['cannot take the developer provider away', 'login.new', null, undefined, 1],
  ])('%s', (_, now, then, sent, notes) => {
    const pool = { ...present, developerProviderName: now }
    const { change, next, kept } = restoredPool({ ...earlier, developerProviderName: then }, pool, {})
    expect(change.developerProviderName).toBe(sent)
    expect(next.developerProviderName).toBe(now ?? then)
    expect(kept).toHaveLength(notes)
  })
})

describe('secrets', () => {
  const withTwitter = { ...earlier, loginProviders: { [TWITTER]: 'oldkey;••••••••' } }

  it('never come from the audit: the present one is kept', () => {
    const now = { ...present, loginProviders: { [TWITTER]: 'newkey;••••••••' } }
    const { change, next, kept } = restoredPool(withTwitter, now, {})
    expect(secretsToAsk(withTwitter, now)).toEqual([])
    expect(change.loginProviders).toBeUndefined()
    expect(next.loginProviders).toEqual(now.loginProviders)
    expect(kept).toEqual(['Twitter keeps its present value, since its secret was not recorded.'])
  })

  it('are kept by name when another provider changes', () => {
    const now = { ...present, loginProviders: { [TWITTER]: 'oldkey;••••••••', 'www.amazon.com': 'x' } }
    expect(restoredPool(withTwitter, now, {}).change.loginProviders).toEqual({ [TWITTER]: null })
  })

  it('are asked for when the pool has none, and shown masked', () => {
    expect(secretsToAsk(withTwitter, present)).toEqual([TWITTER])
    const { change, next, kept } = restoredPool(withTwitter, present, { [TWITTER]: 'oldkey;hush' })
    expect(change.loginProviders).toEqual({ [TWITTER]: 'oldkey;hush' })
    expect(JSON.stringify(next)).not.toContain('hush')
    expect(kept).toEqual([])
  })

  it('that nobody gives leave the provider out', () => {
    const { change, next, kept } = restoredPool(withTwitter, present, {})
    expect(change.loginProviders).toEqual({})
    expect(next.loginProviders).toEqual({})
    expect(kept).toEqual(['Twitter stays out, since its secret was not recorded.'])
  })
})
