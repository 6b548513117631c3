'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'
import { SelectField } from '../ui/select-field.tsx'
import { ConnectionSelect } from './connection-select.tsx'
import { isolated } from '#lib/core/isolated.ts'

type PoolPickerProps = {
  /** Which of the pools on the page this is: "Left". */
  label: string
  connectionId: string
  pool: PoolRef | null
  /** It is all that is missing: whoever comes to the page goes on there. */
  isNext?: boolean
  onChange: (connectionId: string, pool: PoolRef | null) => void
}

/** A pool of any connection, chosen from lists. */
export function PoolPicker({ label, connectionId, pool, isNext = false, onChange }: PoolPickerProps) {
  const box = useRef<HTMLSelectElement>(null)
  const takesFocus = useRef(isNext)
  useEffect(() => {
    if (takesFocus.current) box.current?.focus({ preventScroll: true })
    takesFocus.current = false
  }, [])
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const regions = connections.find(({ id }) => id === connectionId)?.regions ?? []
  const lists = useQueries({ queries: regions.map((region) => poolsOfRegion(connectionId, region)) })
  const groups = regions.map((region, index) => ({ region, pools: lists[index]?.data ?? [] }))
  const failed = regions.filter((_, index) => lists[index]?.isError)
  const known = groups.some(({ pools }) => pools.some(({ poolId }) => poolId === pool?.poolId))
  return (
    <fieldset className="grid min-w-0 gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <legend className="sr-only">{label}</legend>
      <ConnectionSelect
        label={`${label}: connection`}
        value={connectionId}
        onChange={(event) => onChange(event.target.value, null)}
      />
      <SelectField
        ref={box}
        label={`${label}: pool`}
        error={failed.length > 0 ? `The pools of ${failed.join(', ')} could not be read.` : undefined}
        value={pool?.poolId ?? ''}
        onChange={(event) =>
          onChange(connectionId, event.target.value ? { connectionId, poolId: event.target.value } : null)
        }
      >
        <option value="">{lists.some(({ isPending }) => isPending) ? 'Reading the pools…' : 'Choose a pool'}</option>
        {pool && !known && <option value={pool.poolId}>{pool.poolId}</option>}
        {groups.map(({ region, pools }) => (
          <optgroup key={region} label={region}>
            {pools.map(({ poolId, name }) => (
              <option key={poolId} value={poolId}>
                {isolated(
                  pools.some((other) => other.name === name && other.poolId !== poolId) ? `${name} (${poolId})` : name,
                )}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
    </fieldset>
  )
}
