'use client'

import { useQueries } from '@tanstack/react-query'
import { SelectField } from '#components/ui/select-field.tsx'
import { compareNames } from '#lib/core/compare-names.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { isReservedTag } from '#lib/pools/reserved-tag.ts'

type RemovedTagFieldProps = {
  connectionId: string
  pools: readonly PoolSummary[]
  value: string
  onChange: (key: string) => void
}

/** A tag that at least one of the pools has. */
export function RemovedTagField({ connectionId, pools, value, onChange }: RemovedTagFieldProps) {
  const details = useQueries({ queries: pools.map(({ poolId }) => poolDetailOfRow({ connectionId, poolId })) })
  const keys = [...new Set(details.flatMap(({ data }) => Object.keys(data?.tags ?? {})))]
    .filter((key) => !isReservedTag(key))
    .toSorted(compareNames)
  const reading = details.some(({ isPending }) => isPending)
  return (
    <SelectField
      label="Tag"
      hint="Those of these pools; what AWS set itself stays."
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">
        {reading ? 'Reading the tags…' : keys.length === 0 ? 'None of them has a tag' : 'Choose a tag'}
      </option>
      {keys.map((key) => (
        <option key={key} value={key}>
          {isolated(key)}
        </option>
      ))}
    </SelectField>
  )
}
