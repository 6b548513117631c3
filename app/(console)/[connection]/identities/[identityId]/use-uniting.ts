'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { useOperation } from '#components/use-operation.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import { uniteConflicts } from '#lib/developer-identities/merge-conflicts.ts'
import { mergePreview, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { developerIdentity, identityUniting } from '#lib/developer-identities/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { tokenTracing } from '#lib/login-tokens/queries.ts'

type Uniting = {
  pool: PoolRef
  providerName: string
  user: string
  expected: string | null
  proof: { provider: string; token: string }
  reason: string | null
  onChanged: () => void
}

/** `made`: the identity that the service answered for when it is neither of the two. */
type United = { preview: MergePreview; at: number; made: string | null }

export type UnitingState = ReturnType<typeof useUniting>

/** First which identity the token signs in to, then both brought together. Another token begins anew. */
export function useUniting({ pool, providerName, user, expected, proof, reason, onChanged }: Uniting) {
  const tracing = useOperation(tokenTracing)
  const act = useOperation(identityUniting)
  const [united, setUnited] = useState<United | null>(null)
  const traced = tracing.data ?? null
  const one = useDeveloperIdentity(pool, { userIdentifier: user })
  const ref = { connectionId: pool.connectionId, identityId: traced?.identityId ?? '' }
  const other = useQuery({ ...identityDetail(ref), enabled: traced !== null })
  const users = useQuery({ ...developerIdentity(pool, { identityId: ref.identityId }), enabled: traced !== null })
  const isOther = traced !== null && expected !== null && traced.identityId !== expected

  const destination: MergeSide | null =
    one.data && one.identity
      ? { userIdentifier: user, identity: one.identity, userIdentifiers: one.data.userIdentifiers }
      : null
  const source: MergeSide | null =
    traced && other.data && !users.isPending
      ? {
          userIdentifier: users.data?.userIdentifiers[0] ?? traced.identityId,
          identity: other.data,
          userIdentifiers: users.data?.userIdentifiers ?? [],
        }
      : null
  const conflicts = destination && source && !isOther ? uniteConflicts(destination, source, providerName) : []
  const seen =
    destination && source && !isOther && !conflicts.some(({ certain }) => certain)
      ? { destination, source, preview: mergePreview(destination, source) }
      : null

  function unite() {
    if (!seen) return
    const { preview } = seen
    const tell = (kind: 'merged' | 'unsure', more: string[]) => {
      const ids = new Set([preview.survivorId, preview.disabledId, ...more])
      tellIdentities({ kind, ...pool, identityIds: [...ids] })
      onChanged()
    }
    act.run(
      {
        pool,
        providerName,
        provider: proof.provider,
        token: proof.token.trim(),
        destination: {
          userIdentifier: user,
          identityId: preview.survivorId,
          logins: seen.destination.identity.logins,
          userIdentifiers: seen.destination.userIdentifiers,
        },
        source: { identityId: preview.disabledId, logins: seen.source.identity.logins },
        reason,
      },
      {
        onSuccess: ({ identityId }) => {
          const isOneOfTwo = identityId === preview.survivorId || identityId === preview.disabledId
          setUnited({ preview, at: Date.now(), made: isOneOfTwo ? null : identityId })
          act.renew()
          tracing.renew()
          tell('merged', [identityId])
        },
        onError: () => tell('unsure', []),
      },
    )
  }

  return {
    tracing,
    act,
    traced,
    isOther,
    one,
    other,
    conflicts,
    seen,
    united,
    compare() {
      tracing.renew()
      tracing.run({ pool, provider: proof.provider, token: proof.token.trim() })
    },
    unite,
    /** What was compared is not of this token any more. */
    forget() {
      tracing.renew()
      act.renew()
    },
  }
}
