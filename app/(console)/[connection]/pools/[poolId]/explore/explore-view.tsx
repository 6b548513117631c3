'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ScanState } from '#components/identity-index/scan-state.tsx'
import { useScans } from '#components/identity-index/use-scans.ts'
import { UnreadFilter } from '#components/identity-index/unread-filter.tsx'
import { Loaded } from '#components/loaded.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import { identitiesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { indexBreakdown } from '#lib/identity-index/queries.ts'
import { everyIdentity, type IndexFilter } from '#lib/identity-index/schema.ts'
import { indexAsked, indexQuery } from '#components/identity-index/index-asked.ts'
import { FILTER_KEY } from '#components/identity-index/identity-source.ts'
import { IndexNote } from '#components/identity-index/index-note.tsx'
import { ExploreCharts } from './explore-charts.tsx'
import { grouped } from '#lib/core/grouped.ts'

/** A pool's index as pictures: each part of one leads to what it stands for. */
export function ExploreView({ pool }: { pool: PoolRef }) {
  const [search, replaceSearch] = useUrlSearch()
  const { filter, unread } = indexAsked((key) => search.get(key))
  const { scans, query: scansQuery } = useScans(pool)
  const isIndexed = scans !== null && scans.complete !== null
  const query = useQuery({
    ...indexBreakdown(pool, filter ?? everyIdentity),
    enabled: isIndexed && filter !== null,
    // What was pressed stays while the new counts are read, and keeps the focus.
    placeholderData: keepPreviousData,
  })
  const change = (next: IndexFilter) => {
    const text = printFilter(next)
    replaceSearch(text === '' ? '' : `?${new URLSearchParams({ [FILTER_KEY]: text })}`)
  }
  const asked = filter ?? everyIdentity
  const isFiltered = printFilter(asked) !== ''
  return (
    <>
      <QueryFailure query={scansQuery} title="The scans of this pool could not be read" />
      <ScanState pool={pool} />
      {unread !== null && <UnreadFilter why={unread} onShowAll={() => change(everyIdentity)} />}
      {isIndexed && filter !== null && (
        <Loaded query={query} title="The index could not be counted" skeleton="h-96">
          {(breakdown) => (
            <>
              <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
                <p role="status" className="text-base font-medium text-ink">
                  {`${grouped(breakdown.total)} of ${grouped(breakdown.scan.count)} identities`}
                </p>
                <code className="min-w-0 truncate font-mono text-xs text-soft">{printFilter(filter)}</code>
                <div className="flex gap-2 sm:ml-auto">
                  <Button variant="ghost" disabled={!isFiltered} onClick={() => change(everyIdentity)}>
                    Clear filters
                  </Button>
                  <ButtonLink href={`${identitiesPath(pool)}${indexQuery(new URLSearchParams(), filter)}`}>
                    Show them in Identities
                  </ButtonLink>
                </div>
              </div>
              <ExploreCharts breakdown={breakdown} filter={filter} onFilter={change} />
              <IndexNote />
            </>
          )}
        </Loaded>
      )}
    </>
  )
}
