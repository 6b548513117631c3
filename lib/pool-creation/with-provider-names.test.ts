import { expect, it } from 'vitest'
import { closedPool } from './new-pool.ts'
import { withProviderNames } from './with-provider-names.ts'

const name = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC'
const mapping = (provider: string) => ({ provider, type: 'Token' as const, ambiguous: 'Deny' as const, rules: [] })
const snapshotOf = (userPool: string, keys: string[], tagged: string) => ({
  pool: { ...closedPool, userPools: [{ providerName: userPool, clientId: 'web', serverSideTokenCheck: true }] },
  roles: { authenticated: null, unauthenticated: null, mappings: keys.map(mapping) },
  principalTags: [{ provider: tagged, useDefaults: true, tags: {} }],
})

it('user pools of a pool to make go by their provider names, and each change is told once', () => {
  const keys = ['us-east-1_AbC:web', 'accounts.google.com']
  const { snapshot, renamed } = withProviderNames(snapshotOf('us-east-1_AbC', keys, `https://${name}/`))
  expect(snapshot).toEqual(snapshotOf(name, [`${name}:web`, 'accounts.google.com'], name))
  expect(renamed.map((sentence) => sentence.split(':')[0])).toEqual([
    `us-east-1_AbC becomes ${name}`,
    'us-east-1_AbC',
    'https',
  ])
  expect(withProviderNames(snapshot)).toEqual({ snapshot, renamed: [] })
})

it('a name that another mapping has already stays as it was given', () => {
  const given = snapshotOf(name, [`https://${name}:web`, `${name}:web`], name)
  expect(withProviderNames(given)).toEqual({ snapshot: given, renamed: [] })
})
