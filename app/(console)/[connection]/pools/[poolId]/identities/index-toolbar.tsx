'use client'

import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { IdentityScan } from '#lib/identity-index/scans.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import { ExportMenu } from './export-menu.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { selectedSaid } from './selected-said.ts'
import { SourceChoice } from './source-choice.tsx'
import { grouped } from '#lib/core/grouped.ts'

type IndexToolbarProps = {
  pool: PoolRef
  /** How many the filter has; null while nobody knows. */
  matching: number | null
  scan: IdentityScan | null
  selected: number
  /** How many of them the list has. */
  listed: number
  /** Null where the address names one that cannot be read. */
  filter: IndexFilter | null
  onFilter: (filter: IndexFilter) => void
  /** Deletes what the filter has; null where that is not known. */
  onDelete: (() => void) | null
  denied: string | null
  children: ReactNode
}

/** How many identities the filter has, and what can be done with all of them. */
export function IndexToolbar(props: IndexToolbarProps) {
  const { pool, matching, scan, selected, listed, filter, onFilter, onDelete, denied, children } = props
  return (
    <div className="-mt-2 mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <SourceChoice />
      <p className="text-xs text-soft">
        {scan !== null && (
          <span role="status" aria-label="Matching">
            {filter === null
              ? 'Nothing is counted'
              : matching === null
                ? 'Counting…'
                : `${grouped(matching)} of ${grouped(scan.count)} match`}
          </span>
        )}
        {scan !== null && ' · '}
        <span role="status">{selectedSaid(selected, listed)}</span>
      </p>
      <div className="flex flex-wrap items-center gap-1 sm:ml-auto">
        {scan !== null && (
          <>
            <SavedFilters pool={pool} filter={filter} onFilter={onFilter} />
            <ExportMenu pool={pool} filter={filter} />
            {onDelete && (
              <Button icon={<Trash2 />} denied={denied} onClick={onDelete}>
                Delete by filter
              </Button>
            )}
            {children}
          </>
        )}
      </div>
    </div>
  )
}
