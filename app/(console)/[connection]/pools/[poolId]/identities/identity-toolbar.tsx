'use client'

import { RotateCw, Trash2 } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { FindIdentity } from '#components/find-identity.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'

type IdentityToolbarProps = {
  pool: PoolRef
  hideDisabled: boolean
  onHideDisabled: (hideDisabled: boolean) => void
  selected: number
  onClear: () => void
  onDelete: () => void
  /** Why the person may not delete, or null. */
  denied: string | null
  refreshing: boolean
  onRefresh: () => void
}

export function IdentityToolbar(props: IdentityToolbarProps) {
  const { pool, hideDisabled, onHideDisabled, selected, onClear, onDelete, denied, refreshing, onRefresh } = props
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
      <FindIdentity connectionId={pool.connectionId} className="w-full sm:w-96" />
      <Switch
        label="Hide disabled"
        checked={hideDisabled}
        className="py-1.5"
        onChange={(event) => onHideDisabled(event.target.checked)}
      />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <p role="status" className="text-soft">
          {selected > 0 ? `${selected.toLocaleString('en')} selected` : ''}
        </p>
        {selected > 0 && (
          <>
            <Button variant="ghost" onClick={onClear}>
              Clear selection
            </Button>
            <Button
              variant="danger"
              icon={<Trash2 />}
              disabled={denied !== null}
              aria-describedby={denied ? 'delete-denied' : undefined}
              onClick={onDelete}
            >
              {`Delete ${identityCount(selected)}`}
            </Button>
          </>
        )}
        <Button icon={<RotateCw />} pending={refreshing} onClick={onRefresh}>
          Refresh
        </Button>
      </div>
      {selected > 0 && denied && (
        <p id="delete-denied" className="w-full text-right text-xs text-soft">
          {denied}
        </p>
      )}
    </div>
  )
}
