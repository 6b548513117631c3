'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { identityStates } from '#lib/identities/identity.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { indexBreakdown } from '#lib/identity-index/queries.ts'
import { everyIdentity, indexFilterSchema, type IndexFilter } from '#lib/identity-index/schema.ts'
import { isMomentOfFilter } from '#lib/identity-index/moment-of-filter.ts'
import { SettledField } from './settled-field.tsx'

type IndexFilterBarProps = { pool: PoolRef; filter: IndexFilter; onChange: (filter: IndexFilter) => void }

const moments = [
  { key: 'createdFrom', label: 'Created from' },
  { key: 'createdBefore', label: 'Created before' },
  { key: 'modifiedFrom', label: 'Modified from' },
  { key: 'modifiedBefore', label: 'Modified before' },
] as const

const labels = { guest: 'Guest', authenticated: 'Authenticated', disabled: 'Disabled' }
const SEVERAL = ' several'

/** The conditions of the filter; the address has them. */
export function IndexFilterBar({ pool, filter, onChange }: IndexFilterBarProps) {
  const { data } = useQuery(indexBreakdown(pool, everyIdentity))
  const found = data?.providers.map(({ provider }) => provider) ?? []
  const providers = [...new Set([...found, ...filter.providers])]
  const set = (change: Partial<IndexFilter>) => onChange({ ...filter, ...change })
  return (
    <search
      aria-label="Filter of the index"
      className="mb-3 grid grid-cols-2 items-start gap-2 sm:grid-cols-4 xl:grid-cols-8"
    >
      <SelectField
        label="State"
        value={chosen(filter.states)}
        onChange={({ target: { value } }) => set({ states: identityStates.filter((state) => state === value) })}
      >
        <option value="">Any</option>
        {filter.states.length > 1 && (
          <option value={SEVERAL}>{filter.states.map((state) => labels[state]).join(', ')}</option>
        )}
        {identityStates.map((state) => (
          <option key={state} value={state}>
            {labels[state]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Provider"
        value={chosen(filter.providers)}
        onChange={({ target: { value } }) => set({ providers: value === '' ? [] : [value] })}
      >
        <option value="">Any</option>
        {filter.providers.length > 1 && <option value={SEVERAL}>{filter.providers.map(loginLabel).join(', ')}</option>}
        {providers.map((provider) => (
          <option key={provider} value={provider}>
            {loginLabel(provider)}
          </option>
        ))}
      </SelectField>
      {moments.map(({ key, label }) => (
        <SettledField
          key={key}
          label={label}
          placeholder="90d or 2026-01-31"
          value={filter[key] ?? ''}
          problem={(text) => (text === '' || isMomentOfFilter(text) ? null : 'Write 2026-01-31, 90d or 12h.')}
          onChange={(text) => set({ [key]: text === '' ? null : text })}
        />
      ))}
      <SettledField
        label="ID begins with"
        placeholder={`${regionOfId(pool.poolId)}:1b2c`}
        mono
        value={filter.idPrefix}
        problem={prefixProblem}
        onChange={(idPrefix) => set({ idPrefix })}
      />
      <Button
        variant="ghost"
        className="sm:mt-6.5"
        disabled={printFilter(filter) === ''}
        onClick={() => onChange(everyIdentity)}
      >
        Clear filters
      </Button>
      {filter.withoutProviders.length > 0 && (
        <p className="col-span-full text-xs text-soft">
          {`Without a login of ${filter.withoutProviders.map(loginLabel).join(', ')}.`}
        </p>
      )}
    </search>
  )
}

const chosen = (values: readonly string[]) => (values.length > 1 ? SEVERAL : (values[0] ?? ''))

const prefixProblem = (text: string) =>
  indexFilterSchema.shape.idPrefix.safeParse(text).success ? null : 'The beginning of an ID looks like us-east-1:1b2c.'
