'use client'

import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
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
  /** How many of them the list has. */
  listed: number
  onClear: () => void
  /** What can be done with the selected ones; `denied`: why the person may not, or null. */
  acts: { verb: string; icon: ReactNode; denied: string | null; onAct: () => void }[]
  refreshing: boolean
  onRefresh: () => void
}

export function IdentityToolbar(props: IdentityToolbarProps) {
  const { pool, hideDisabled, onHideDisabled, selected, listed, onClear, acts, refreshing, onRefresh } = props
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
          {selected > 0 && selectedSaid(selected, selected - listed)}
        </p>
        {selected > 0 && (
          <>
            <Button variant="ghost" onClick={onClear}>
              Clear selection
            </Button>
            {acts.map(({ verb, icon, denied, onAct }) => (
              <Button
                key={verb}
                variant="danger"
                icon={icon}
                disabled={denied !== null}
                aria-describedby={denied ? `${verb}-denied` : undefined}
                onClick={onAct}
              >
                {`${verb} ${identityCount(selected)}`}
              </Button>
            ))}
          </>
        )}
        <Button icon={<RotateCw />} pending={refreshing} onClick={onRefresh}>
          Refresh
        </Button>
      </div>
      {selected > 0 &&
        acts.map(({ verb, denied }) => (
          <p key={verb} id={`${verb}-denied`} className="w-full text-right text-xs text-soft empty:hidden">
            {denied}
          </p>
        ))}
    </div>
  )
}

const selectedSaid = (selected: number, elsewhere: number) =>
  `${selected.toLocaleString('en')} selected${elsewhere > 0 ? `, ${elsewhere.toLocaleString('en')} of them not in this list` : ''}`
