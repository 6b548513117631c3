'use client'

import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { FindIdentity } from '#components/find-identity.tsx'
import { retentionPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { grouped } from '#lib/core/grouped.ts'
import { selectedSaid } from './selected-said.ts'
import { SourceChoice } from './source-choice.tsx'

type IdentityToolbarProps = {
  pool: PoolRef
  hideDisabled: boolean
  onHideDisabled: (hideDisabled: boolean) => void
  loaded: number
  selected: number
  /** How many of them the list has. */
  listed: number
  /** What stands at its end. */
  children: ReactNode
}

/** What is shown of a pool's identities and how many they are; it keeps its height whatever is selected. */
export function IdentityToolbar(props: IdentityToolbarProps) {
  const { pool, hideDisabled, onHideDisabled, loaded, selected, listed, children } = props
  return (
    <div className="-mt-2 mb-2 flex flex-wrap items-start gap-x-4 gap-y-2">
      <SourceChoice />
      <FindIdentity connectionId={pool.connectionId} className="w-full sm:w-96" />
      <Switch
        label="Hide disabled"
        checked={hideDisabled}
        className="py-1.5"
        onChange={(event) => onHideDisabled(event.target.checked)}
      />
      <p className="text-xs text-soft max-sm:order-last max-sm:w-full max-sm:truncate sm:ml-auto sm:py-2">
        <span>{`${grouped(loaded)} loaded`}</span>
        {' · '}
        <span role="status">{selectedSaid(selected, listed)}</span>
      </p>
      <ButtonLink href={retentionPath(pool)} size="sm" className="max-sm:order-last">
        Retention rules
      </ButtonLink>
      <div className="flex gap-1 max-sm:ml-auto">{children}</div>
    </div>
  )
}
