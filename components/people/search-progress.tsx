'use client'

import { verdictCounts, type PeopleSearch } from '#lib/people/people-search.ts'
import { Countdown } from '../ui/countdown.tsx'

/** How far a search is, what it found, and whether it waits. */
export function SearchProgress({ search }: { search: PeopleSearch }) {
  const { known, notKnown, notAsked, open } = verdictCounts(search)
  const all = search.rows.length
  const found = `${known} known, ${notKnown} not known, ${notAsked} not asked`
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-soft">
      <p role="status">
        {search.phase === 'places' && 'Reading the pools of all connections…'}
        {search.phase === 'asking' && `${all - open} of ${all} done: ${found}.`}
        {search.phase === 'ended' && `All ${all} done: ${found}.`}
        {search.phase === 'stopped' && `Stopped: ${found}.`}
      </p>
      {search.waitingUntil !== null && (
        <p className="flex gap-1.5">
          AWS is busy. <Countdown until={search.waitingUntil} />
        </p>
      )}
    </div>
  )
}
