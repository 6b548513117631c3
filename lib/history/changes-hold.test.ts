import { expect, it } from 'vitest'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import { diffFacts, type FactChange } from '../facts/facts.ts'
import { changesHold, rawHolds } from './changes-hold.ts'
import { changeSentence } from './change-sentence.ts'
import { storedFacts } from './stored-configuration.ts'

const change = (label: string, before: string | null, after: string | null): FactChange => ({
  key: label,
  label,
  before,
  after,
})

it.each([
  ['the name of a provider and what was done to it', 'google REMOVED', true],
  ['a value', '123.apps', true],
  ['words of two changes', 'google guest', false],
  ['what was done to another', 'guest removed', false],
])('a change is found by %s', (_, text, found) => {
  const changes = [change('Google login', '123.apps.example', null), change('Guest access', 'Off', 'On')]
  expect(changesHold(changes, text.split(' '))).toBe(found)
})

const { pool, roles, principalTags } = awkwardPool
const identity = {
  identityId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  state: 'authenticated',
  logins: ['accounts.google.com', 'login.members.example'],
  userIdentifiers: ['60001', 'ada@example.com'],
  createdAt: 1_700_000_000_000,
  modifiedAt: 1_700_000_000_000,
}
const unread = { identityId: identity.identityId, notRead: { logins: 'NO_POOL', userIdentifiers: 'NO_TIME' } }
const ended = {
  deleted: [identity.identityId],
  refused: [{ identityId: 'us-east-1:2', code: 'AccessDenied' }],
}

const states: [string, unknown, unknown][] = [
  ['DeleteIdentities', { identities: [identity, unread, { identityId: 'us-east-1:2' }] }, ended],
  ['CreateIdentityPool', null, pool],
  ['UpdateIdentityPool', pool, barePool.pool],
  ['UpdateIdentityPool', { ...pool, classicFlow: 'off', allowUnauthenticated: false }, pool],
  [
    'UpdateIdentityPool',
    pool,
    { ...pool, userPools: pool.userPools.map((one) => ({ ...one, serverSideTokenCheck: true })) },
  ],
  ['DeleteIdentityPool', pool, null],
  ['SetIdentityPoolRoles', roles, barePool.roles],
  ['SetIdentityPoolRoles', roles, { ...roles, mappings: roles.mappings.map((one) => ({ ...one, ambiguous: 'Deny' })) }],
  ['TagResource', { tags: {} }, { tags: pool.tags }],
  ...principalTags.map((tags): [string, unknown, unknown] => ['SetPrincipalTagAttributeMap', null, tags]),
]

it.each(states)('the quick look at %s passes over no word that its changes hold', (operation, before, after) => {
  const row = { operation, before: JSON.stringify(before), after: JSON.stringify(after), value: null }
  const changes = diffFacts(storedFacts(before), storedFacts(after))
  const words = changes.flatMap((one) => changeSentence(one).split(/\s+/)).filter(Boolean)
  const missed = words.filter((word) => !rawHolds([word])(row))
  expect(missed).toEqual([])
  expect(rawHolds(['nowhere'])(row)).toBe(false)
})
