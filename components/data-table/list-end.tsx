'use client'

import { SearchX } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { FailureState } from '../failure-state.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Spinner } from '../ui/spinner.tsx'
import type { ListReading } from './list-reading.ts'

/** What a list says besides its rows. */
export type ListWords = {
  loading: string
  /** Under the last row. */
  all?: (count: number) => string
  /** In place of rows, when there are none. */
  empty: ComponentProps<typeof EmptyState>
  /** The same when a part could not be read, which is told above the list. */
  incomplete?: string | false
  /** The same when a filter hides them. */
  filtered?: { title: string; text?: string; clear?: { label: string; onClear: () => void }; also?: ReactNode } | false
}

type ListEndProps = { reading: ListReading; words: ListWords; count: number }

/** What stands after the last row of a list, or in place of all rows. */
export function ListEnd({ reading: { pending, fetching = pending, failure }, words, count }: ListEndProps) {
  if (failure && (count === 0 || failure.isNext))
    return (
      <FailureState
        title={failure.title}
        error={failure.error}
        compact={count > 0}
        retrying={fetching}
        repeats={fetching}
        onRetry={failure.retry}
      />
    )
  if (count === 0 ? pending || fetching : pending && fetching)
    return (
      <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
        <Spinner /> {words.loading}
      </p>
    )
  if (count === 0) return <NoRows {...words} />
  // More can be asked for: nothing is said before it is.
  if (pending) return <div className="h-9" />
  return (
    words.all && (
      <p role="status" className="flex h-9 items-center px-3 text-xs text-faint">
        {words.all(count)}
      </p>
    )
  )
}

function NoRows({ filtered, incomplete, empty }: ListWords) {
  if (filtered) {
    const { title, text, clear, also } = filtered
    return (
      <EmptyState
        icon={<SearchX />}
        title={title}
        text={text}
        action={
          (also || clear) && (
            <>
              {also}
              {clear && <Button onClick={clear.onClear}>{clear.label}</Button>}
            </>
          )
        }
      />
    )
  }
  if (incomplete) return <p className="px-3 py-6 text-center text-soft">{incomplete}</p>
  return <EmptyState {...empty} />
}
