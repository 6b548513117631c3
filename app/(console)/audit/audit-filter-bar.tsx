'use client'

import { Search } from 'lucide-react'
import { useId, useState, type ReactNode, type Ref } from 'react'
import { outcomeLabel } from '#components/outcome-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { auditOutcomes } from '#lib/history/audit-entry.ts'
import { endsBeforeItBegins, type AuditFilter } from '#lib/history/audit-filter.ts'
import { hourSaid } from './bar-words.ts'
import { asksMore, filterFields } from './filter-fields.ts'
import { useFilterDraft } from './use-filter-draft.ts'

const TEXT_MAX = 1024

type AuditFilterBarProps = {
  filter: AuditFilter
  connections: ConnectionSummary[]
  reasonBox: Ref<HTMLInputElement>
  onChange: (filter: AuditFilter) => void
}

/** Everything by which the log can be searched; on a narrow screen most of it behind a button. */
export function AuditFilterBar({ filter, connections, reasonBox, onChange }: AuditFilterBarProps) {
  const { shown, type, ask } = useFilterDraft(filter, onChange)
  const asks = asksMore(filter)
  const [asked, setAsked] = useState(asks)
  const [open, setOpen] = useState(asks)
  // What is asked from elsewhere is not hidden.
  if (asks !== asked) {
    setAsked(asks)
    if (asks) setOpen(true)
  }
  const { first, others, more } = filterFields
  const textBox = ({ name, label, hint }: (typeof others)[number], look: string, icon?: ReactNode) => (
    <Labelled key={name} label={label} look={look}>
      <TextInput
        ref={name === 'reason' ? reasonBox : undefined}
        icon={icon}
        placeholder={hint}
        maxLength={TEXT_MAX}
        value={shown[name]}
        onChange={(event) => type({ [name]: event.target.value })}
      />
    </Labelled>
  )
  const turned = endsBeforeItBegins(shown)
  const turnedId = useId()
  const wide = open ? '' : 'max-md:hidden'
  return (
    <form
      role="search"
      aria-label="Audit log"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <LiveFieldset className="mb-3 grid min-w-0 grid-cols-2 items-end gap-2 md:grid-cols-5">
        {textBox(first, 'col-span-2', <Search />)}
        {others.map((field) => textBox(field, wide))}
        {(['from', 'to'] as const).map((name) => (
          <Labelled key={name} label={name === 'from' ? 'From' : 'To'} also={hourSaid(shown[name], name)} look={wide}>
            <TextInput
              {...(turned && { 'aria-invalid': true, 'aria-describedby': turnedId })}
              type="date"
              max="9999-12-31"
              value={shown[name]?.slice(0, 10) ?? ''}
              onChange={(event) => ask({ [name]: event.target.value || null })}
            />
          </Labelled>
        ))}
        <Labelled label="Outcome" look={wide}>
          <SelectInput
            value={shown.outcome ?? ''}
            onChange={({ target }) => ask({ outcome: auditOutcomes.find((known) => known === target.value) ?? null })}
          >
            <option value="">All outcomes</option>
            {auditOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcome === 'denied' ? 'Denied, by AWS too' : outcomeLabel(outcome)}
              </option>
            ))}
          </SelectInput>
        </Labelled>
        <Labelled label="Connection" look={wide}>
          <SelectInput
            value={shown.connection ?? ''}
            onChange={({ target }) => ask({ connection: target.value || null })}
          >
            <option value="">All connections</option>
            {connections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectInput>
        </Labelled>
        {turned && (
          <p id={turnedId} role="alert" className="col-span-full text-xs text-danger-ink">
            From lies after To: no entry can be of both. Choose an earlier From or a later To.
          </p>
        )}
        {open && more.map((field) => textBox(field, ''))}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer filters' : 'More filters'}
        </Button>
      </LiveFieldset>
    </form>
  )
}

type LabelledProps = { label: string; also?: string; look: string; children: ReactNode }

const Labelled = ({ label, also = '', look, children }: LabelledProps) => (
  <label className={`block min-w-0 ${look}`}>
    <span className="mb-1 block truncate text-xs text-soft">
      {label}
      {also && <span className="text-ink"> {also}</span>}
    </span>
    {children}
  </label>
)
