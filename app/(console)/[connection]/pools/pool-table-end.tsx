'use client'

import { Plus, SearchX, Waves } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

type PoolTableEndProps = {
  pending: boolean
  /** Some Region could not be read: the list is not known to be empty. */
  failed: boolean
  filtered: boolean
  onClearFilter: () => void
  onCreate: (() => void) | null
}

/** What stands in place of the pools when there is none to show. */
export function PoolTableEnd({ pending, failed, filtered, onClearFilter, onCreate }: PoolTableEndProps) {
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No pool matches the filter"
        action={<Button onClick={onClearFilter}>Clear filter</Button>}
      />
    )
  }
  if (pending) {
    return (
      <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
        <Spinner /> Loading identity pools…
      </p>
    )
  }
  if (failed) return <p className="px-3 py-6 text-center text-soft">No pool could be read. See above.</p>
  return (
    <EmptyState
      icon={<Waves />}
      title="No identity pools yet"
      text="An identity pool gives the users of an app, guests included, temporary AWS credentials."
      action={
        onCreate && (
          <Button variant="primary" icon={<Plus />} onClick={onCreate}>
            Create pool
          </Button>
        )
      }
    />
  )
}
