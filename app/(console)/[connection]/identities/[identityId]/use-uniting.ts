'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isGone } from '#components/reading.ts'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { useTracing } from '#components/token-identity/use-tracing.ts'
import { useOperation } from '#components/use-operation.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import { uniteConflicts } from '#lib/developer-identities/merge-conflicts.ts'
import { mergePreview, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { mergeVerdict } from '#lib/developer-identities/merge-verdict.ts'
import { developerIdentity, identityUniting, mergeOutcome } from '#lib/developer-identities/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'

type Uniting = {
  pool: PoolRef
  providerName: string
  user: string
  expected: string | null
  proof: { provider: string; token: string }
  reason: string | null
  onChanged: () => void
}

type Seen = { destination: MergeSide; source: MergeSide; preview: MergePreview }

/** `made`: the identity that the service answered for when it is neither of the two. */
type United = { preview: MergePreview; at: number; made: string | null }

export type UnitingState = ReturnType<typeof useUniting>

/**
 * First which identity the token signs in to, then both brought together. Another token begins anew. While that is under
 * way, and until it is known what became of it, what was compared stays.
 */
export function useUniting({ pool, providerName, user, expected, proof, reason, onChanged }: Uniting) {
  const client = useQueryClient()
  const tracing = useTracing(pool)
  const act = useOperation(identityUniting)
  const [united, setUnited] = useState<United | null>(null)
  const [asked, setAsked] = useState<Seen | null>(null)
  const [wasLooked, setLooked] = useState(false)
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
    traced && other.data && !isGone(other) && !users.isPending
      ? {
          userIdentifier: users.data?.userIdentifiers[0] ?? traced.identityId,
          identity: other.data,
          userIdentifiers: users.data?.userIdentifiers ?? [],
        }
      : null
  const kept = act.isPending || act.error ? asked : null
  const conflicts =
    kept === null && destination && source && !isOther ? uniteConflicts(destination, source, providerName) : []
  const present =
    destination && source && !isOther && !conflicts.some(({ certain }) => certain)
      ? { destination, source, preview: mergePreview(destination, source) }
      : null
  const seen: Seen | null = kept ?? present

  function tell({ preview }: Seen, kind: 'merged' | 'unsure', more: string[] = []) {
    const ids = new Set([preview.survivorId, preview.disabledId, ...more])
    tellIdentities({ kind, ...pool, identityIds: [...ids] })
    onChanged()
  }
  function end(done: Seen, made: string | null, at: number) {
    setUnited({ preview: done.preview, at, made })
    // Before all that is read anew.
    void client.query(mergeOutcome(pool, done.preview, user, at)).catch(() => undefined)
    act.renew()
    tracing.forget()
    tell(done, 'merged', made === null ? [] : [made])
  }
  const look = useMutation({
    mutationFn: async (doubt: Seen) => {
      const at = Date.now()
      const outcome = await client.query(mergeOutcome(pool, doubt.preview, user, at))
      return { at, verdict: mergeVerdict(doubt, outcome) }
    },
    onSuccess({ at, verdict }, doubt) {
      if (verdict === 'done') return end(doubt, null, at)
      if (verdict === 'unclear') return
      act.renew()
      setLooked(true)
      tell(doubt, 'unsure')
    },
    meta: { handled: true },
  })

  function unite() {
    if (!seen) return
    const { preview } = seen
    setAsked(seen)
    setLooked(false)
    look.reset()
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
          end(seen, isOneOfTwo ? null : identityId, Date.now())
        },
        onError: () => tell(seen, 'unsure'),
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
    /** What was compared before an act that is under way or of which nobody knows. */
    kept,
    united,
    look: {
      run: () => asked && look.mutate(asked),
      isPending: look.isPending,
      /** It could not be read, or what was read proves neither. */
      tellsNothing: kept !== null && (look.isError || look.data?.verdict === 'unclear'),
      /** Both are as they were. */
      toldNothingDone: wasLooked && kept === null,
    },
    compare() {
      tracing.ask({ provider: proof.provider, token: proof.token.trim(), reason })
    },
    unite,
    /** What was compared is not of this token any more. */
    forget() {
      tracing.forget()
      act.renew()
      setLooked(false)
    },
  }
}
