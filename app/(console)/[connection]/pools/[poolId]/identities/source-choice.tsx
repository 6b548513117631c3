'use client'

import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import { INDEX_SOURCE, SOURCE_KEY } from '#components/identity-index/identity-source.ts'

const options = [
  { value: 'live', label: 'Live' },
  { value: INDEX_SOURCE, label: 'Index' },
]

/** Where the identities come from: the service's own list, or the pool as its last scan found it. */
export function SourceChoice() {
  const [search, replaceSearch] = useUrlSearch()
  return (
    <SegmentedControl
      label="Source"
      options={options}
      value={search.get(SOURCE_KEY) === INDEX_SOURCE ? INDEX_SOURCE : 'live'}
      onChange={(source) => replaceSearch(source === INDEX_SOURCE ? `?${SOURCE_KEY}=${INDEX_SOURCE}` : '')}
    />
  )
}
