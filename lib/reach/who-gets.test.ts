import { describe, expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { whoGetsUnnamed } from './who-gets-unnamed.ts'
import { whoGets } from './who-gets.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const pool: Pool = {
  poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: true,
  classicFlow: 'off',
  developerProviderName: 'login.example',
  loginProviders: { 'accounts.google.com': 'app', 'graph.facebook.com': '1' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}
const plain: RoleSettings = { authenticated: role('User'), unauthenticated: role('Guest'), mappings: [] }
const rule = { claim: 'team', match: 'Equals' as const, value: 'red', roleArn: role('Red') }
const mapped: RoleSettings = {
  ...plain,
  mappings: [{ provider: 'accounts.google.com', type: 'Rules', ambiguous: 'AuthenticatedRole', rules: [rule] }],
}

const told = (...asked: Parameters<typeof whoGets>) =>
  whoGets(...asked).map(({ kind, who, arn }) => `${kind} ${arn?.split('/')[1] ?? '-'}: ${who}`)

describe('who gets a role', () => {
  it('guests and the users of each provider, in the enhanced flow', () => {
    expect(told(pool, plain, null)).toEqual([
      'guest Guest: Guests',
      'users User: Users of Google, Facebook, login.example',
    ])
  })

  it('those whom a rule matches, and the rest', () => {
    expect(told(pool, mapped, null)).toEqual([
      'guest Guest: Guests',
      'users User: Users of Facebook, login.example, Google when no rule matches',
      'rule Red: Users of Google whose team is red',
    ])
  })

  it('those of many rules, their values said together as far as they are compared alike', () => {
    const rules = [
      ...['red', 'blue', 'red'].map((value) => ({ ...rule, value })),
      ...['x', 'y'].map((value) => ({ ...rule, match: 'NotEqual' as const, value })),
      { ...rule, claim: 'mail', match: 'Contains' as const, value: '@' },
    ]
    const { mappings } = mapped
    const many = { ...mapped, mappings: mappings.map((mapping) => ({ ...mapping, rules })) }
    expect(told(pool, many, null).at(-1)).toBe(
      'rule Red: Users of Google whose team is red or blue, or team is not x, or team is not y, or mail contains @',
    )
  })

  it('nobody, where guests are off, and only the token knows where it decides', () => {
    const byToken: RoleSettings = {
      ...plain,
      mappings: ['accounts.google.com', 'graph.facebook.com'].map((provider) => ({
        provider,
        type: 'Token' as const,
        ambiguous: 'Deny' as const,
        rules: [],
      })),
    }
    const closed = { ...pool, allowUnauthenticated: false, developerProviderName: null }
    expect(told(closed, byToken, null)).toEqual([
      'token -: Users of Google, by their token',
      'token -: Users of Facebook, by their token',
      'nobody Guest: Nobody: guest access is off',
      'nobody User: Nobody: no provider leads to the authenticated role',
    ])
  })

  it.each(['on', 'unset'] as const)('whoever a trust policy accepts, while the basic flow is %s', (classicFlow) => {
    const takers = { guests: [role('Guest'), role('User')], users: [role('User')] }
    expect(told({ ...pool, classicFlow }, plain, takers)).toEqual([
      'guest Guest: Guests',
      'guest-basic Guest: Guests, by the basic flow',
      'guest-basic User: Guests, by the basic flow',
      'users User: Users of Google, Facebook, login.example',
    ])
  })

  it('guests alone, where nobody can sign in, whatever the trust policies of the roles accept', () => {
    const guestsOnly = { ...pool, classicFlow: 'on' as const, loginProviders: {}, developerProviderName: null }
    const takers = { guests: [role('Guest')], users: [role('Guest'), role('User')] }
    expect(told(guestsOnly, plain, takers)).toEqual([
      'guest Guest: Guests',
      'guest-basic Guest: Guests, by the basic flow',
      'nobody User: Nobody: no provider leads to the authenticated role',
    ])
    const unnamed = [{ arn: role('Open'), users: true, guests: false }]
    const ofUnnamed = (of: Pool) => whoGetsUnnamed(of, plain, unnamed).map(({ kind }) => kind)
    expect(ofUnnamed(guestsOnly)).toEqual(['nobody'])
    expect(ofUnnamed({ ...guestsOnly, developerProviderName: 'login.example' })).toEqual(['choice'])
  })

  it('nobody by the basic flow while the pool has role mappings, as the service refuses it', () => {
    const takers = { guests: [role('Red')], users: [role('Red')] }
    expect(told({ ...pool, classicFlow: 'on' }, mapped, takers)).toEqual(told(pool, mapped, takers))
  })
})
