'use client'

import { useHydrated } from '#components/use-hydrated.ts'

/** A moment to the second, in UTC and as the reader's clock has it. */
export function RecordTime({ at }: { at: number | null }) {
  const hydrated = useHydrated()
  if (at === null) return '–'
  const iso = new Date(at).toISOString()
  const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })
  return (
    <>
      <time dateTime={iso}>{`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}</time>
      {hydrated && <span className="text-soft">{` (here ${local.format(at)})`}</span>}
    </>
  )
}
