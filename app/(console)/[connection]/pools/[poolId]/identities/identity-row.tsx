'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { MonoId } from '#components/ui/mono-id.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Td } from '#components/ui/td.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { Tr } from '#components/ui/tr.tsx'
import type { Identity } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { identityPath } from '#lib/core/paths.ts'

type IdentityRowProps = {
  identity: Identity
  connectionId: string
  index: number
  selected: boolean
  /** The one row that Tab reaches. */
  active: boolean
  /** Grows when the row must take the focus; 0 never does. */
  focusTick: number
  onSelect: (extend: boolean) => void
}

export function IdentityRow({
  identity,
  connectionId,
  index,
  selected,
  active,
  focusTick,
  onSelect,
}: IdentityRowProps) {
  const box = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    if (focusTick > 0) box.current?.focus({ preventScroll: true })
  }, [focusTick])

  const { identityId, state, logins, createdAt, modifiedAt } = identity
  return (
    <Tr selected={selected} aria-rowindex={index + 2}>
      <Td>
        <Checkbox
          ref={(node) => void (box.current = node)}
          aria-label={`Select ${identityId}`}
          checked={selected}
          tabIndex={active ? 0 : -1}
          onChange={(event) => onSelect(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
      </Td>
      <Td className="truncate">
        <Link
          href={identityPath({ connectionId, identityId })}
          prefetch={false}
          tabIndex={active ? 0 : -1}
          className="rounded-sm text-accent-ink hover:underline"
        >
          <MonoId value={identityId} />
        </Link>
      </Td>
      <Td>
        <StateBadge state={state} />
      </Td>
      <Td className="truncate text-soft" title={logins.join(', ')}>
        {logins.length > 0 ? logins.map(loginLabel).join(', ') : '–'}
      </Td>
      <Td className="text-soft">
        <TimeStamp value={createdAt} />
      </Td>
      <Td className="text-soft">
        <TimeStamp value={modifiedAt} />
      </Td>
    </Tr>
  )
}
