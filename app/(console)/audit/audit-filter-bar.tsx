'use client'

import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { outcomeLabel } from '#components/outcome-badge.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { auditOutcomes } from '#lib/history/audit-entry.ts'
import type { AuditFilter } from '#lib/history/audit-filter.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'

const REST_MS = 300

type AuditFilterBarProps = {
  filter: AuditFilter
  connections: ConnectionSummary[]
  onChange: (filter: AuditFilter) => void
}

/** The text is asked for when typing rests: each change is a search of the whole log. */
export function AuditFilterBar({ filter, connections, onChange }: AuditFilterBarProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? filter.text
  useEffect(() => {
    if (typed === null || typed === filter.text) return
    const timer = window.setTimeout(() => onChange({ ...filter, text: typed }), REST_MS)
    return () => window.clearTimeout(timer)
  }, [typed, filter, onChange])
  return (
    <div role="search" aria-label="Audit log" className="mb-3 flex flex-wrap items-center gap-2">
      <TextInput
        icon={<Search />}
        aria-label="Filter by operation, actor or ID"
        placeholder="Filter by operation, actor or ID"
        className="w-full sm:w-80"
        maxLength={200}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectInput
        aria-label="Connection"
        className="w-44"
        value={filter.connection ?? ''}
        onChange={(event) => onChange({ ...filter, text, connection: event.target.value || null })}
      >
        <option value="">All connections</option>
        {connections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectInput>
      <SelectInput
        aria-label="Outcome"
        className="w-40"
        value={filter.outcome ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, text, outcome: auditOutcomes.find((known) => known === target.value) ?? null })
        }
      >
        <option value="">All outcomes</option>
        {auditOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {outcomeLabel(outcome)}
          </option>
        ))}
      </SelectInput>
    </div>
  )
}
