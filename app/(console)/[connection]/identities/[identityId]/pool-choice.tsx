'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { ProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'
import { isolated } from '#lib/core/isolated.ts'

type PoolChoiceProps = {
  connectionId: string
  region: string
  pool: PoolRef | null
  proven: ProvenPool
  onChoose: (pool: PoolRef | null) => void
}

/** The service does not tell an identity's pool, so the operator may say which it is. */
export default function PoolChoice({ connectionId, region, pool, proven, onChoose }: PoolChoiceProps) {
  const { data = [], isError } = useQuery(poolsOfRegion(connectionId, region))
  const hint = useId()
  return (
    <div className="space-y-1">
      <SelectInput
        aria-label="Pool of this identity"
        aria-describedby={hint}
        value={pool?.poolId ?? ''}
        onChange={({ target: { value } }) => onChoose(value === '' ? null : { connectionId, poolId: value })}
      >
        <option value="">Pool not known</option>
        {pool && !data.some(({ poolId }) => poolId === pool.poolId) && (
          <option value={pool.poolId}>{pool.poolId}</option>
        )}
        {data.map(({ poolId, name }) => (
          <option key={poolId} value={poolId}>
            {isolated(name)}
          </option>
        ))}
      </SelectInput>
      <p id={hint} className="min-h-8 text-xs text-soft">
        {isError
          ? `The pools of ${region} could not be read.`
          : proven.failure
            ? `Which pool knows it could not be looked up: ${errorShape(proven.failure).message}`
            : proven.searching
              ? 'Looking which pool knows it…'
              : pool
                ? 'Chosen, not proven: the service does not tell an identity’s pool.'
                : 'The service does not tell an identity’s pool. Choose it to see and change developer user identifiers.'}
      </p>
      {proven.failure && (
        <Button size="sm" onClick={proven.retry}>
          Look again
        </Button>
      )}
    </div>
  )
}
