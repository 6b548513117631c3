'use client'

import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useCommands } from '../commands/use-commands.ts'
import { dayAndMonth, hourAndMinute } from '../ui/clock-words.ts'
import { pageReading } from './read-again.ts'

export { readAgain } from './read-again.ts'

type ReadAtProps = { reading: boolean; onRefresh: () => void }

/** When the oldest of what the page shows was read, by this machine's clock, and whether all of it could be. */
export default function ReadAt({ reading, onRefresh }: ReadAtProps) {
  const client = useQueryClient()
  const told = useSyncExternalStore(
    useCallback(
      // A query that is asked for while something is drawn must not draw this at once.
      (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
      [client],
    ),
    () => sayReading(pageReading(client)),
    () => '',
  )
  const [asked, setAsked] = useState(false)
  if (reading && !asked) setAsked(true)
  useCommands('This page', [{ words: 'Refresh', keys: 'r', run: onRefresh }])
  return (
    <>
      {told}
      <span role="status" className="sr-only">
        {asked && (reading ? 'Reading again…' : told)}
      </span>
    </>
  )
}

const DAY_MS = 86_400_000

function sayReading({ at, failed }: ReturnType<typeof pageReading>): string {
  if (failed !== 'none') return failed === 'all' ? 'Not read' : 'Not all read'
  if (at === null) return ''
  const date = new Date(at)
  const time = hourAndMinute(date)
  return Date.now() - at < DAY_MS ? `Read at ${time}` : `Read on ${dayAndMonth(date)}, ${time}`
}
