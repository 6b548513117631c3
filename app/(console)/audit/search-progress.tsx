'use client'

import { Button } from '#components/ui/button.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

type SearchProgressProps = {
  /** Epoch milliseconds. */
  backTo: number
  stopped: boolean
  onStop: (stopped: boolean) => void
}

/** How far back a search of a long log has come, and a way to end it or to go on. */
export function SearchProgress({ backTo, stopped, onStop }: SearchProgressProps) {
  const reached = `Looked back to ${dayOf(backTo)}`
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
      <p role="status" className="flex items-center gap-2">
        {!stopped && <Spinner />}
        {stopped ? `${reached}, and stopped.` : `${reached}; going on…`}
      </p>
      <Button size="sm" onClick={() => onStop(!stopped)}>
        {stopped ? 'Go on' : 'Stop'}
      </Button>
    </div>
  )
}

/** In words, in UTC: 3 Nov 2026. */
const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const dayOf = (at: number) => words.format(at)
