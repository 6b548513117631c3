'use client'

import { rowOrder, withOrder } from '#components/data-table/row-order.ts'
import { useUrlSearch } from '#components/use-url-search.ts'

export type PoolFilterValue = { text: string; region: string | null; tag: string }

/** The pool table's filter, kept in the URL: `?q=…&region=…&tag=…`. A Region that is not the connection's is ignored. */
export function usePoolFilter(regions: readonly string[]): [PoolFilterValue, (filter: PoolFilterValue) => void] {
  const [search, replace] = useUrlSearch()
  const region = search.get('region')
  return [
    {
      text: search.get('q') ?? '',
      region: region !== null && regions.includes(region) ? region : null,
      tag: search.get('tag') ?? '',
    },
    (filter) => {
      const query = new URLSearchParams()
      if (filter.text !== '') query.set('q', filter.text)
      if (filter.region !== null) query.set('region', filter.region)
      if (filter.tag !== '') query.set('tag', filter.tag)
      replace(withOrder(`?${query.toString()}`, rowOrder(search)))
    },
  ]
}
