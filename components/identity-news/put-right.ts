import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { auditKeys } from '#lib/history/queries.ts'
import { dropFromLists, isListed, replaceInLists } from '#lib/identities/cached-identities.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { dropFromIndex, renewIndex } from '#lib/identity-index/cached-index.ts'
import { isNoSuchThing } from '../reading.ts'
import type { IdentityNews } from './identity-news.ts'

/**
 * Puts right whatever a client holds of identities that are other than it knows: what nobody looks at is forgotten, what
 * is on screen is read again, and of a deleted identity nothing stays on screen meanwhile.
 */
export function putRight(client: QueryClient, news: IdentityNews): void {
  const { kind, connectionId, poolId } = news
  const ids = new Set(news.identityIds)
  const pool = poolId === null ? null : { connectionId, poolId }
  if (kind === 'many') {
    void client.invalidateQueries({ queryKey: ['identities', connectionId, ...(poolId === null ? [] : [poolId])] })
    void client.invalidateQueries({ queryKey: ['identity', connectionId] })
    if (pool) renewIndex(client, pool)
  }
  const isTold = (query: Query) => isAbout(query, news, ids)
  client.removeQueries({ predicate: isTold, type: 'inactive' })
  if (kind === 'deleted') {
    dropFromLists(client, connectionId, ids)
    if (pool) dropFromIndex(client, pool, ids)
    void client.resetQueries({ predicate: isTold })
  } else {
    void client.invalidateQueries({ predicate: isTold })
    for (const identityId of ids) void readRow(client, { connectionId, identityId })
  }
  void client.invalidateQueries({ predicate: ({ queryKey }) => isKeptAbout(queryKey, connectionId, ids) })
  if (pool) void client.invalidateQueries({ queryKey: auditKeys.pool(pool) })
}

/** What Lifeguard itself keeps about one of the identities, which outlives it: its entries and its notes. */
function isKeptAbout([room, ...rest]: QueryKey, connectionId: string, ids: ReadonlySet<string>): boolean {
  if (room !== 'identity-notes' && (room !== 'audit' || rest[0] !== 'identity')) return false
  const [connection, id] = room === 'audit' ? rest.slice(1) : rest
  return connection === connectionId && ids.has(String(id))
}

/** Whether a query tells of one of the identities, or of a user who may lead to another one by now. */
function isAbout({ queryKey, state }: Query, news: IdentityNews, ids: ReadonlySet<string>): boolean {
  const [room, connection, where] = queryKey
  if (connection !== news.connectionId) return false
  if (room === 'identity') return ids.has(String(where))
  if (room === 'identities') return queryKey[3] === 'sample' && where === news.poolId
  if (room !== 'developer-identities' || isOutcome(queryKey)) return false
  return where === news.poolId || ids.has(identityOf(queryKey.at(-1))) || ids.has(identityOf(state.data))
}

/** What one act left, read after it: no later news is about that. */
const isOutcome = (queryKey: QueryKey): boolean => queryKey[3] === 'merged'

/** The identity that a key or an answer names, or an empty text. */
function identityOf(named: unknown): string {
  if (typeof named !== 'object' || named === null) return ''
  const { identityId, found } = named as { identityId?: unknown; found?: unknown }
  return typeof identityId === 'string' ? identityId : identityOf(found)
}

async function readRow(client: QueryClient, identity: { connectionId: string; identityId: string }): Promise<void> {
  if (!isListed(client, identity)) return
  const { connectionId, identityId } = identity
  try {
    const present = await client.query({ ...identityDetail(identity), staleTime: 0 })
    replaceInLists(client, connectionId, present)
  } catch (error) {
    if (isNoSuchThing(error)) dropFromLists(client, connectionId, new Set([identityId]))
  }
}
