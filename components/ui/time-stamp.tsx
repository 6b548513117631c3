'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from './clock.ts'

const clock = createClock(30_000)

type TimeStampProps = {
  /** Milliseconds since 1970, an ISO 8601 text, or null for "never, or not known". */
  value: number | string | null
  /** `exact`: to the second. */
  format?: 'absolute' | 'exact' | 'relative'
}

const lengths = { absolute: 16, exact: 19 }

/** A moment, in UTC on every screen so that it can be compared with CloudTrail; the exact one is the tooltip. */
export function TimeStamp({ value, format = 'absolute' }: TimeStampProps) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  if (value === null) return <span className="text-faint">–</span>
  const date = new Date(value)
  const iso = date.toISOString()
  return (
    <time
      dateTime={iso}
      title={`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {format === 'relative' ? relative(date.getTime() - now) : `${iso.slice(0, 10)} ${iso.slice(11, lengths[format])}`}
    </time>
  )
}

const units = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

function relative(difference: number) {
  const unit = units.find(([, length]) => Math.abs(difference) >= length)
  return unit ? words.format(Math.round(difference / unit[1]), unit[0]) : 'just now'
}
