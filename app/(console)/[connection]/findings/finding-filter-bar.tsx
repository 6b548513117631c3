'use client'

import { ListFilter, Search } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { severityLabel } from '#components/severity-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { severities } from '#lib/findings/check.ts'
import type { FindingFilter } from '#lib/findings/finding-filter.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

type FindingFilterBarProps = {
  filter: FindingFilter
  /** Suppressed findings among those that were read. */
  suppressed: number
  pools: readonly PoolSummary[]
  onChange: (filter: FindingFilter) => void
  /** What stands at its end. */
  children: ReactNode
}

/** What to show of the findings; on a narrow screen all but the text is behind a button, so that they are in view. */
export function FindingFilterBar({ filter, suppressed, pools, onChange, children }: FindingFilterBarProps) {
  const [open, setOpen] = useState(false)
  const more = useId()
  const set = [filter.severity, filter.pool, filter.suppressed].filter(Boolean).length
  return (
    <div
      role="search"
      aria-label="Findings"
      className="mb-3 flex shrink-0 flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4"
    >
      <TextInput
        icon={<Search />}
        aria-label="Filter by text"
        placeholder="Filter by finding, pool or evidence"
        className="min-w-40 flex-1 sm:w-72 sm:flex-none"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Button
        icon={<ListFilter />}
        className="sm:hidden"
        aria-expanded={open}
        aria-controls={more}
        onClick={() => setOpen(!open)}
      >
        {set === 0 ? 'Filters' : `Filters: ${set}`}
      </Button>
      <div
        id={more}
        className={`flex w-full flex-wrap items-center gap-x-4 gap-y-2 sm:contents ${open ? '' : 'max-sm:hidden'}`}
      >
        <SelectInput
          aria-label="Severity"
          className="w-36 sm:w-40"
          value={filter.severity ?? ''}
          onChange={({ target }) =>
            onChange({ ...filter, severity: severities.find((severity) => severity === target.value) ?? null })
          }
        >
          <option value="">All severities</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {severityLabel(severity)}
            </option>
          ))}
        </SelectInput>
        <SelectInput
          aria-label="Pool"
          className="w-40 sm:w-44"
          value={filter.pool ?? ''}
          onChange={({ target }) => onChange({ ...filter, pool: target.value || null })}
        >
          <option value="">All pools</option>
          {pools.map(({ poolId, name }) => (
            <option key={poolId} value={poolId}>
              {name}
            </option>
          ))}
        </SelectInput>
        <Switch
          label={`Show suppressed (${suppressed})`}
          checked={filter.suppressed}
          onChange={(event) => onChange({ ...filter, suppressed: event.target.checked })}
        />
      </div>
      {children}
    </div>
  )
}
