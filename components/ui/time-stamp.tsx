'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from './clock.ts'
import { localTime } from './local-time.ts'

const clock = createClock(30_000)

type TimeStampProps = {
  /** Milliseconds since 1970, an ISO 8601 text, or null for "never, or not known". */
  value: number | string | null
  /** Default `exact`: to the second. `relative`: how long ago. */
  format?: 'exact' | 'relative'
  /** Says that it is UTC, where nothing else does. */
  zone?: boolean
  /** Beside it the same by the clock of whoever reads it, in a place that is kept for it. */
  local?: boolean
}

/**
 * A moment, in UTC on every screen so that it can be compared with CloudTrail; the exact one is the tooltip, and by the
 * reader's own clock too: people on the phone speak of theirs.
 */
export function TimeStamp({ value, format = 'exact', zone = false, local = false }: TimeStampProps) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const isRead = useSyncExternalStore(
    clock.subscribe,
    () => true,
    () => false,
  )
  if (value === null) return <span className="text-faint">–</span>
  const date = new Date(value)
  const iso = date.toISOString()
  const utc = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`
  const here = isRead ? localTime(date.getTime()) : null
  const stamp = (
    <time
      dateTime={iso}
      title={here === null ? utc : `${utc}, ${here}`}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {format === 'relative' ? relative(date.getTime() - now) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`}
      {zone && ' UTC'}
    </time>
  )
  if (!local) return stamp
  return (
    <>
      {stamp} <span className="inline-block min-w-24 sm:ml-1.5 whitespace-nowrap text-soft">{here}</span>
    </>
  )
}

const units = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

let words: Intl.RelativeTimeFormat | undefined

function relative(difference: number) {
  const unit = units.find(([, length]) => Math.abs(difference) >= length)
  words ??= new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  return unit ? words.format(Math.round(difference / unit[1]), unit[0]) : 'just now'
}
