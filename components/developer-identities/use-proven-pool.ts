'use client'

import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isNoSuchThing } from '../reading.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import { developerIdentity, poolAnswer } from '#lib/developer-identities/queries.ts'
import { identityFate } from '#lib/history/queries.ts'
import { provenPool } from '#lib/identities/cached-identities.ts'
import type { Identity } from '#lib/identities/identity.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow, poolsOfRegion } from '#lib/pools/queries.ts'

/**
 * The pool that an identity is proven to be in: a loaded list has it, a pool whose developer provider is among its
 * logins knows its users, or the audit log has an act of the service on it there. Null when nothing proves one; the
 * service itself does not tell. `named`: a pool to ask first.
 */
export function useProvenPool(identity: IdentityRef, detail: Identity | null, named: PoolRef | null = null) {
  const { connectionId, identityId } = identity
  const queryClient = useQueryClient()
  const [listed] = useState(() => provenPool(queryClient, identity))
  const logins = detail?.logins.filter((login) => loginProvider(login).kind === 'developer') ?? []
  const open = listed === null && logins.length > 0
  const first = useQuery({
    ...developerIdentity(named ?? { connectionId, poolId: '' }, { identityId }),
    enabled: open && named !== null,
  })
  const right = first.data && first.data.userIdentifiers.length > 0 ? named : null
  const search = open && right === null && (named === null || !first.isPending)
  const pools = useQuery({ ...poolsOfRegion(connectionId, regionOfId(identityId)), enabled: search })
  const refs = search ? (pools.data ?? []).map(({ poolId }) => ({ connectionId, poolId })) : []
  const details = useQueries({ queries: refs.map(poolDetailOfRow) })
  const candidates = refs.filter((_, index) => logins.includes(details[index]?.data?.developerProviderName ?? ''))
  const answers = useQueries({ queries: candidates.map((pool) => poolAnswer(pool, { identityId }, false)) })
  const found: PoolRef | null =
    candidates.find((_, index) => {
      const answer = answers[index]?.data
      return answer?.kind === 'found' && answer.found.userIdentifiers.length > 0
    }) ?? null
  const fate = useQuery({
    ...identityFate(identity),
    enabled: detail !== null && listed === null && logins.length === 0,
  })
  const loggedId = fate.data?.poolId ?? null
  const logged: PoolRef | null = loggedId === null ? null : { connectionId, poolId: loggedId }
  const asked = [first, pools, ...details, ...answers]
  // That a pool does not know the identity is an answer, and not a failure.
  const failed = asked.filter(({ error }) => error !== null && !isNoSuchThing(error))
  const known = listed ?? right ?? found
  const unknown = known === null && logged === null
  return {
    pool: known ?? logged,
    /** Only the audit log proves it. */
    byLog: known === null && logged !== null,
    searching: unknown && (fate.isFetching || asked.some(({ isFetching }) => isFetching)),
    /** Why it could not be looked up, where that is why no pool is known. */
    failure: unknown ? (failed[0]?.error ?? null) : null,
    retry() {
      for (const { refetch } of failed) void refetch()
    },
  }
}

export type ProvenPool = ReturnType<typeof useProvenPool>
