'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { agesOf } from '#lib/identity-index/ages.ts'
import type { IndexBreakdown } from '#lib/identity-index/breakdown.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { NO_LAST_USE } from '#lib/identity-index/no-last-use.ts'
import { indexSample } from '#lib/identity-index/queries.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { Loaded } from '../loaded.tsx'
import { StateBadge } from '../state-badge.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { grouped } from '#lib/core/grouped.ts'

type FilterDryRunProps = {
  pool: PoolRef
  filter: IndexFilter
  breakdown: IndexBreakdown
  /** Those of them that a keep list has, and which choice of a list that is. */
  kept: readonly string[]
  list: number
  now: number
}

/** What would go, counted and by example; nothing is sent anywhere for it. */
export function FilterDryRun({ pool, filter, breakdown, kept, list, now }: FilterDryRunProps) {
  const { total, states, providers, created, modified } = breakdown
  const byState = [
    [states.guest, states.guest === 1 ? 'guest' : 'guests'],
    [states.authenticated, 'authenticated'],
    [states.disabled, 'disabled'],
  ] as const
  return (
    <section aria-label="Dry run" className="space-y-3">
      <p role="status" className="text-base font-medium text-ink">
        {`${identityCount(total)} ${total === 1 ? 'matches' : 'match'}${kept.length > 0 ? `, ${grouped(kept.length)} of them kept` : ''}.`}
      </p>
      {kept.length > 0 && (
        <p className="text-soft">What follows counts all that match; the sample has none that is kept.</p>
      )}
      <DefinitionList
        items={[
          {
            term: 'Filter',
            detail: <code className="font-mono">{printFilter(filter) || 'every identity of the pool'}</code>,
          },
          { term: 'By state', detail: joined(byState.map(([count, label]) => ({ count, label }))) },
          {
            term: 'By provider',
            detail: joined(providers.map(({ provider, count }) => ({ label: loginLabel(provider), count }))),
          },
          { term: 'Created', detail: joined(agesOf(created, now)) },
          { term: 'Last modified', detail: joined(agesOf(modified, now)) },
        ]}
      />
      <p className="text-xs text-soft">
        {NO_LAST_USE} What your app knows of its active users belongs into the keep list.
      </p>
      <Sample pool={pool} filter={filter} kept={kept} list={list} />
    </section>
  )
}

const joined = (parts: readonly { count: number; label: string }[]): string =>
  parts
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${grouped(count)} ${label}`)
    .join(', ') || 'None'

function Sample({ pool, filter, kept, list }: Pick<FilterDryRunProps, 'pool' | 'filter' | 'kept' | 'list'>) {
  const query = useQuery(indexSample(pool, filter, kept, list))
  return (
    <details>
      <summary className="cursor-pointer rounded-sm text-accent-ink">A sample of them</summary>
      <div className="mt-2">
        <Loaded query={query} title="The sample could not be read" skeleton="h-40">
          {(identities) => (
            <TableFrame label="Sample" className="max-h-64">
              <Table caption="Sample">
                <THead>
                  <tr>
                    <Th>Identity ID</Th>
                    <Th>State</Th>
                    <Th>Created (UTC)</Th>
                    <Th>Modified (UTC)</Th>
                  </tr>
                </THead>
                <tbody>
                  {identities.map(({ identityId, state, createdAt, modifiedAt }) => (
                    <Tr key={identityId}>
                      <Th scope="row" className="font-mono font-normal">
                        {identityId}
                      </Th>
                      <Td>
                        <StateBadge state={state} />
                      </Td>
                      <Td>
                        <TimeStamp value={createdAt} />
                      </Td>
                      <Td>
                        <TimeStamp value={modifiedAt} />
                      </Td>
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </TableFrame>
          )}
        </Loaded>
      </div>
    </details>
  )
}
