'use client'

import { useHydrated } from '#components/use-hydrated.ts'

type RecordTimeProps = {
  at: number | null
  /** As the reader's clock has it, too. */
  local?: boolean
}

/** A moment to the second, in UTC. */
export function RecordTime({ at, local = false }: RecordTimeProps) {
  const hydrated = useHydrated()
  if (at === null) return '–'
  const iso = new Date(at).toISOString()
  const here = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })
  return (
    <>
      <time dateTime={iso}>{`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}</time>
      {local && hydrated && isElsewhere(at) && <span className="text-soft">{` (here ${here.format(at)})`}</span>}
    </>
  )
}

/** Whether a clock here shows another time than UTC. */
const isElsewhere = (at: number): boolean => new Date(at).getTimezoneOffset() !== 0
