'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { ActStatus } from '#components/save/act-status.tsx'
import { Button } from '#components/ui/button.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { closingMenu } from '#components/ui/menu.ts'
import { Popover } from '#components/ui/popover.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { Loaded } from '#components/loaded.tsx'
import { UNREAD_FILTER } from '#components/identity-index/unread-filter.tsx'
import { useDenial } from '#components/use-denial.ts'
import { useOperation } from '#components/use-operation.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { filterDeletion, filterSaving, savedFilters } from '#lib/identity-index/queries.ts'
import type { SavedFilter } from '#lib/identity-index/saved-filters.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'

type SavedFiltersProps = {
  pool: PoolRef
  /** Null where the address names one that cannot be read. */
  filter: IndexFilter | null
  onFilter: (filter: IndexFilter) => void
}

/** A pool's filters under their names: to be applied, saved and deleted. */
export function SavedFilters({ pool, filter, onFilter }: SavedFiltersProps) {
  const client = useQueryClient()
  const query = useQuery(savedFilters(pool))
  const denied = useDenial(pool.connectionId, 'identities:filter')
  const cannotSave = denied ?? (filter === null ? UNREAD_FILTER : null)
  const saving = useOperation(filterSaving)
  const deletion = useOperation(filterDeletion)
  const [name, setName] = useState('')
  const renew = () => void client.invalidateQueries({ queryKey: savedFilters(pool).queryKey })

  function save(event: SubmitEvent) {
    event.preventDefault()
    if (name.trim() === '' || filter === null || denied !== null) return
    saving.run(
      { pool, filterName: name.trim(), filter, reason: null },
      {
        onSuccess() {
          setName('')
          saving.renew()
          renew()
        },
      },
    )
  }
  function remove(filterName: string) {
    const done = () => {
      deletion.renew()
      renew()
    }
    deletion.run({ pool, filterName }, { onSuccess: done, onError: renew })
  }

  return (
    <Popover
      label="Saved filters"
      align="end"
      triggerClass={buttonClass('ghost', 'md')}
      className="w-88 max-w-[calc(100vw-1rem)] space-y-3 p-3"
      trigger={
        <>
          <ListFilter /> Saved filters
        </>
      }
    >
      <Loaded query={query} title="The saved filters could not be read" skeleton="h-9">
        {(filters) =>
          filters.length === 0 ? (
            <p className="text-xs text-soft">No filter of this pool is saved yet.</p>
          ) : (
            <ul aria-label="Filters" className="max-h-64 space-y-1 overflow-y-auto">
              {filters.map((saved) => (
                <SavedItem
                  key={saved.filterName}
                  saved={saved}
                  denied={denied}
                  pending={deletion.isPending}
                  onApply={() => onFilter(saved.filter)}
                  onDelete={() => remove(saved.filterName)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <ActStatus
        act={deletion}
        failed="The filter was not deleted"
        unknown="Nobody knows whether the filter was deleted"
      />
      <form className="flex items-end gap-2 border-t border-line pt-3" onSubmit={save}>
        <TextField
          label="Save this filter as"
          className="min-w-0 flex-1"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" pending={saving.isPending} denied={cannotSave}>
          Save filter
        </Button>
      </form>
      <ActStatus act={saving} failed="The filter was not saved" unknown="Nobody knows whether the filter was saved" />
    </Popover>
  )
}

type SavedItemProps = {
  saved: SavedFilter
  denied: string | null
  pending: boolean
  onApply: () => void
  onDelete: () => void
}

const SavedItem = ({ saved: { filterName, filter }, denied, pending, onApply, onDelete }: SavedItemProps) => (
  <li className="flex items-center gap-1">
    <button
      type="button"
      className="min-w-0 flex-1 rounded-md px-2 py-1 text-left hover:bg-hover"
      onClick={closingMenu(onApply)}
    >
      <span className="block truncate font-medium text-ink">
        <ForeignText text={filterName} />
      </span>
      <span className="block truncate font-mono text-xs text-soft">{printFilter(filter) || 'every identity'}</span>
    </button>
    <Button
      size="sm"
      variant="ghost"
      denied={denied}
      pending={pending}
      aria-label={`Delete ${filterName}`}
      onClick={onDelete}
    >
      Delete
    </Button>
  </li>
)
