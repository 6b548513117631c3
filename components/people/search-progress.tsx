'use client'

import { verdictCounts, type PeopleSearch } from '#lib/people/people-search.ts'
import { Countdown } from '../ui/countdown.tsx'
import { ProgressNews } from '../ui/progress-news.tsx'

const PHASES: Record<PeopleSearch['phase'], string> = {
  places: 'The search begins',
  asking: 'The search goes on',
  ended: 'The search has ended',
  stopped: 'The search was stopped',
}

/** How far a search is, what it found, and whether it waits. */
export function SearchProgress({ search }: { search: PeopleSearch }) {
  const { known, notKnown, notAsked, open } = verdictCounts(search)
  const all = search.rows.length
  const found = `${known} known, ${notKnown} not known, ${notAsked} not asked`
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-soft">
      <p>
        {search.phase === 'places' && 'Reading the pools of all connections…'}
        {search.phase === 'asking' && `${all - open} of ${all} done: ${found}.`}
        {search.phase === 'ended' && `All ${all} done: ${found}.`}
        {search.phase === 'stopped' && `Stopped: ${found}.`}
      </p>
      <ProgressNews
        state={search.phase}
        value={all - open}
        max={all}
        text={`${PHASES[search.phase]}, ${all - open} of ${all} done, ${found}.`}
      />
      {search.waitingUntil !== null && (
        <p className="flex gap-1.5">
          AWS is busy. <Countdown until={search.waitingUntil} />
        </p>
      )}
    </div>
  )
}
