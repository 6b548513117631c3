import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { PoolAnswer } from '#lib/developer-identities/developer-identity.ts'
import { developerIdentity, developerIdentityKeys, poolAnswer } from '#lib/developer-identities/queries.ts'
import { auditKeys } from '#lib/history/queries.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { identityKeys, identityList } from '#lib/identities/queries.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import { identityNews } from './identity-news.ts'
import { putRight } from './put-right.ts'

const connectionId = 'prod'
const pool = { connectionId, poolId: 'us-east-1:00000000-0000-4000-8000-00000000000a' }
const other = { connectionId, poolId: 'us-east-1:00000000-0000-4000-8000-00000000000b' }
const idOf = (number: number) => `us-east-1:00000000-0000-4000-8000-00000000000${number}`
const [first, second] = [idOf(1), idOf(2)]
const detail = (identityId: string) => identityKeys.detail({ connectionId, identityId })
const identity = (identityId: string): Identity => ({
  identityId,
  state: 'authenticated',
  logins: [],
  createdAt: null,
  modifiedAt: null,
})

const note = { noteId: 'one', text: 'Called twice.', version: 1, writtenBy: 'Ada', writtenAt: 0, edited: null }

/** A client that holds two identities in every way that pages hold them. */
function client() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const id of [first, second]) {
    queries.setQueryData(detail(id), identity(id))
    queries.setQueryData(auditKeys.identity({ connectionId, identityId: id }), { entries: [], nextCursor: null })
  }
  queries.setQueryData(identityList(pool, { hideDisabled: false }).queryKey, {
    pages: [{ identities: [first, second].map(identity), nextCursor: null }],
    pageParams: [undefined],
  })
  const found = { identityId: first, userIdentifiers: ['ada'] }
  queries.setQueryData(developerIdentity(pool, { identityId: first }).queryKey, found)
  queries.setQueryData(developerIdentity(other, { userIdentifier: 'ada' }).queryKey, found)
  const known: PoolAnswer = { kind: 'found', found, more: false }
  queries.setQueryData(poolAnswer(other, { userIdentifier: 'ada' }, false).queryKey, known)
  queries.setQueryData(poolAnswer(pool, { userIdentifier: 'bob' }, false).queryKey, { kind: 'absent' })
  return queries
}

/** Somebody who looks at a query, and how it answers when it is asked again. */
function look(queries: QueryClient, queryKey: QueryKey, answer: () => unknown) {
  const seen: unknown[] = []
  const observer = new QueryObserver(queries, { queryKey, queryFn: async () => answer(), staleTime: Infinity })
  return { seen, leave: observer.subscribe(({ data, status }) => seen.push(data ?? status)) }
}

const userAnswers = (queries: QueryClient) =>
  queries.getQueriesData({ queryKey: developerIdentityKeys.pool(other) }).length

it('a deleted identity is in no list, no answer of a pool and no page', async () => {
  const queries = client()
  const page = look(queries, detail(first), () => Promise.reject(new Error('gone')))
  putRight(queries, { kind: 'deleted', connectionId, identityIds: [first], poolId: null })
  expect(queries.getQueryData(identityList(pool, { hideDisabled: false }).queryKey)?.pages[0]?.identities).toEqual([
    identity(second),
  ])
  expect(userAnswers(queries)).toBe(0)
  expect(queries.getQueryData(developerIdentity(pool, { identityId: first }).queryKey)).toBeUndefined()
  expect(queries.getQueryData(detail(first))).toBeUndefined()
  await expect.poll(() => page.seen.at(-1)).toBe('error')
  page.leave()
  expect(queries.getQueryData(detail(second))).toEqual(identity(second))
  expect(queries.getQueryData(poolAnswer(pool, { userIdentifier: 'bob' }, false).queryKey)).toEqual({ kind: 'absent' })
})

it('a link is seen where the pool did not know the user', async () => {
  const queries = client()
  const absent = poolAnswer(pool, { userIdentifier: 'bob' }, false).queryKey
  const answer = look(queries, absent, () => 'knows bob')
  const audit = look(queries, auditKeys.identity({ connectionId, identityId: second }), () => 'an entry')
  putRight(queries, { kind: 'linked', connectionId, identityIds: [second], poolId: pool.poolId })
  await expect.poll(() => [answer.seen.at(-1), audit.seen.at(-1)]).toEqual(['knows bob', 'an entry'])
  answer.leave()
  audit.leave()
  expect(queries.getQueryData(detail(second))).toBeUndefined()
  expect(queries.getQueryData(detail(first))).toEqual(identity(first))
})

it('the notes on an identity are read again, whatever became of it', async () => {
  const queries = client()
  const notes = look(queries, identityNotes({ connectionId, identityId: first }).queryKey, () => [])
  await expect.poll(() => notes.seen.at(-1)).toEqual([])
  queries.setQueryData(identityNotes({ connectionId, identityId: first }).queryKey, [note])
  for (const kind of ['deleted', 'unsure'] as const) {
    putRight(queries, { kind, connectionId, identityIds: [first], poolId: null })
    await expect.poll(() => notes.seen.at(-1)).toEqual([])
    queries.setQueryData(identityNotes({ connectionId, identityId: first }).queryKey, [note])
  }
  notes.leave()
})

it('news of another connection change nothing', () => {
  const queries = client()
  const before = queries.getQueryCache().getAll().length
  putRight(queries, { kind: 'merged', connectionId: 'staging', identityIds: [first, second], poolId: pool.poolId })
  expect(queries.getQueryCache().getAll()).toHaveLength(before)
})

it('what another version of the page tells is taken as far as it is understood', () => {
  const news = { kind: 'deleted', connectionId, identityIds: [first, 7], poolId: 7 }
  expect(identityNews(news)).toEqual({ kind: 'deleted', connectionId, identityIds: [first], poolId: null })
  expect([null, 'deleted', { ...news, kind: 'lost' }, { ...news, identityIds: 'all' }].map(identityNews)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
