'use client'

import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { PoolFilterValue } from './use-pool-filter.ts'

type PoolFilterProps = {
  filter: PoolFilterValue
  regions: string[]
  onChange: (filter: PoolFilterValue) => void
  /** What stands at its end. */
  children: ReactNode
}

export function PoolFilter({ filter, regions, onChange, children }: PoolFilterProps) {
  return (
    <div role="search" aria-label="Identity pools" className="mb-3 flex flex-wrap items-center gap-2">
      <TextInput
        icon={<Search />}
        aria-label="Filter by name or ID"
        placeholder="Filter by name or ID"
        className="w-full sm:w-72"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <TextInput
        aria-label="Filter by tag"
        placeholder="Tag, such as team=red"
        className="w-full sm:w-48"
        value={filter.tag}
        onChange={(event) => onChange({ ...filter, tag: event.target.value })}
      />
      {regions.length > 1 && (
        <SelectInput
          aria-label="Region"
          className="w-44"
          value={filter.region ?? ''}
          onChange={(event) => onChange({ ...filter, region: event.target.value || null })}
        >
          <option value="">All Regions</option>
          {regions.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </SelectInput>
      )}
      {children}
    </div>
  )
}
