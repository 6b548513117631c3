import { expect, it } from 'vitest'
import { everyIdentity } from '#lib/identity-index/schema.ts'
import { indexAsked, indexQuery } from './index-asked.ts'

const asked = (query: string) => {
  const search = new URLSearchParams(query)
  return indexAsked((key) => search.get(key))
}

it('an address asks for a filter and an order, and by itself for all in the order of creation', () => {
  expect(asked('')).toEqual({ filter: everyIdentity, unread: null, sort: { by: 'created', descending: false } })
  const filter = { ...everyIdentity, states: ['guest' as const], modifiedBefore: '90d' }
  const query = indexQuery(new URLSearchParams('sort=-Logins'), filter)
  expect(asked(query)).toEqual({ filter, unread: null, sort: { by: 'provider', descending: true } })
  expect(indexQuery(new URLSearchParams(query), everyIdentity)).toBe('?sort=-Logins&source=index')
})

it('a filter that cannot be read is told and never taken for none', () => {
  expect(asked('filter=state%3Dguests')).toMatchObject({
    filter: null,
    unread: expect.stringContaining('state') as string,
  })
})
