import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { loadedIdentities, provenPool } from './cached-identities.ts'
import type { Identity } from './identity.ts'

const identityId = 'us-east-1:00000000-0000-4000-8000-000000000001'
const guest: Identity = { identityId, state: 'guest', logins: [], createdAt: 1, modifiedAt: 1 }
const user: Identity = { ...guest, state: 'authenticated', logins: ['graph.facebook.com'], modifiedAt: 2 }

const pagesOf = (...identities: Identity[]) => ({ pages: [{ identities, nextCursor: null }], pageParams: [undefined] })
const live = ['identities', 'test', 'pool', 'list', {}]
const index = ['identity-index', 'test', 'pool', 'list', {}, {}]

it('an identity that only a list of an index has is known, with its pool', () => {
  const client = new QueryClient()
  client.setQueryData(index, pagesOf(user))
  client.setQueryData(['identity-index', 'other', 'pool', 'list', {}, {}], pagesOf(guest))
  client.setQueryData(['identity-index', 'test', 'pool', 'count', {}], { total: 1 })
  expect(loadedIdentities(client, 'test', [identityId])).toEqual(new Map([[identityId, user]]))
  expect(loadedIdentities(client, 'elsewhere', [identityId])).toEqual(new Map())
  expect(provenPool(client, { connectionId: 'test', identityId })).toEqual({ connectionId: 'test', poolId: 'pool' })
})

it('of what several lists and pages tell of one identity, the last change counts', () => {
  for (const [older, newer] of [
    [index, live],
    [live, index],
    [index, ['identity', 'test', identityId]],
  ] as const) {
    const client = new QueryClient()
    const data = (key: readonly unknown[], one: Identity) => (key[0] === 'identity' ? one : pagesOf(one))
    client.setQueryData(older, data(older, guest))
    client.setQueryData(newer, data(newer, user))
    expect(loadedIdentities(client, 'test', [identityId]).get(identityId)).toEqual(user)
    client.setQueryData(older, data(older, { ...user, state: 'disabled' }))
    client.setQueryData(newer, data(newer, guest))
    expect(loadedIdentities(client, 'test', [identityId]).get(identityId)?.state).toBe('disabled')
  }
})
