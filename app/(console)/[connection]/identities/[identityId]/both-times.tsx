'use client'

import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { useHydrated } from '#components/use-hydrated.ts'

/** A moment in UTC, and by the clock of whoever reads it: people on the phone speak of theirs. */
export function BothTimes({ value }: { value: number | null }) {
  const hydrated = useHydrated()
  const local = hydrated && value !== null ? here(value) : null
  return (
    <>
      <TimeStamp value={value} />
      {local !== null && <span className="ml-2 text-soft">{local}</span>}
    </>
  )
}

/** Null where the reader's clock shows UTC. */
function here(value: number): string | null {
  const date = new Date(value)
  if (date.getTimezoneOffset() === 0) return null
  return `${date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })} here`
}
