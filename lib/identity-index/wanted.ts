import { regionOfId } from '../core/limits.ts'
import type { IdentityState } from '../identities/identity.ts'
import { momentOfFilter } from './moment-of-filter.ts'
import type { IndexFilter } from './schema.ts'

/** Epoch milliseconds: from this one on, and before that one. */
export type Span = { from: number; before: number }

/** A filter with its moments told, as it holds for one pool at one time. */
export type WantedOfIndex = {
  states: readonly IdentityState[]
  providers: readonly string[]
  withoutProviders: readonly string[]
  created: Span | null
  modified: Span | null
  /** Empty where all of the pool's ids begin so. */
  idPrefix: string
  /** Whether no id of the pool can begin so. */
  isElsewhere: boolean
}

/** What a filter wants of a pool now. */
export function wantedOf(filter: IndexFilter, poolId: string, now: number): WantedOfIndex {
  const home = `${regionOfId(poolId)}:`
  return {
    states: filter.states,
    providers: filter.providers,
    withoutProviders: filter.withoutProviders,
    created: spanOf(filter.createdFrom, filter.createdBefore, now),
    modified: spanOf(filter.modifiedFrom, filter.modifiedBefore, now),
    idPrefix: home.startsWith(filter.idPrefix) ? '' : filter.idPrefix,
    isElsewhere: !home.startsWith(filter.idPrefix) && !filter.idPrefix.startsWith(home),
  }
}

function spanOf(from: string | null, before: string | null, now: number): Span | null {
  const begin = from === null ? null : momentOfFilter(from, now)
  const end = before === null ? null : momentOfFilter(before, now)
  if (begin === null && end === null) return null
  return { from: Math.max(0, begin ?? 0), before: end ?? Number.MAX_SAFE_INTEGER }
}
