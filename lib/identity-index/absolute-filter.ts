import { momentOfFilter } from './moment-of-filter.ts'
import type { IndexFilter } from './schema.ts'

const moments = ['createdFrom', 'createdBefore', 'modifiedFrom', 'modifiedBefore'] as const

/** A filter with what is "so long ago" as moments: it means the same identities from now on. `now`: epoch milliseconds. */
export function absoluteFilter(filter: IndexFilter, now: number): IndexFilter {
  const told = moments.flatMap((key) => {
    const text = filter[key]
    const at = text === null ? null : momentOfFilter(text, now)
    return at === null ? [] : [[key, new Date(at).toISOString()] as const]
  })
  return { ...filter, ...Object.fromEntries(told) }
}
