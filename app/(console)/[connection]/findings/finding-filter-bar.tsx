'use client'

import { Search } from 'lucide-react'
import { severityLabel } from '#components/severity-badge.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { severities } from '#lib/findings/check.ts'
import type { FindingFilter } from '#lib/findings/finding-filter.ts'

type FindingFilterBarProps = {
  filter: FindingFilter
  /** Suppressed findings among those that were read. */
  suppressed: number
  onChange: (filter: FindingFilter) => void
}

export function FindingFilterBar({ filter, suppressed, onChange }: FindingFilterBarProps) {
  return (
    <div role="search" aria-label="Findings" className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <TextInput
        icon={<Search />}
        aria-label="Filter by text"
        placeholder="Filter by finding, pool or evidence"
        className="w-full sm:w-80"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <SelectInput
        aria-label="Severity"
        className="w-40"
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
      <Switch
        label={`Show suppressed (${suppressed})`}
        checked={filter.suppressed}
        onChange={(event) => onChange({ ...filter, suppressed: event.target.checked })}
      />
    </div>
  )
}
