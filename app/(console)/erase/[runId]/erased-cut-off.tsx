import { LazyCutOffOffer } from '#components/cut-off/lazy-cut-off-offer.tsx'
import { isErased, type RecordedIdentity } from '#lib/erasure/erasure-record.ts'

type ErasedCutOffProps = { identities: readonly RecordedIdentity[]; endedAt: number | null }

/** Of each pool in which somebody was erased: how long their credentials live on, and what ends them. */
export function ErasedCutOff({ identities, endedAt }: ErasedCutOffProps) {
  const byPool = Map.groupBy(identities.filter(isErased), ({ connectionId, poolId }) => `${connectionId} ${poolId}`)
  return [...byPool].map(([key, [first, ...others]]) => {
    if (first === undefined) return null
    const { connectionId, poolId, poolName } = first
    return (
      <div key={key} className="mt-3">
        {byPool.size > 1 && (
          <p className="font-medium wrap-anywhere">{poolName ?? poolId ?? 'A pool that is not known'}</p>
        )}
        <LazyCutOffOffer
          pool={poolId === null ? null : { connectionId, poolId }}
          identityIds={[first, ...others].map(({ identityId }) => identityId)}
          since={endedAt}
        />
      </div>
    )
  })
}
