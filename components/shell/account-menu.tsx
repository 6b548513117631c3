'use client'

import { CircleUser } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { Badge } from '../ui/badge.tsx'
import { Popover } from '../ui/popover.tsx'

// Closed at first: read once the page is there.
const AccountPanel = dynamic(() => import('./account-panel.tsx'), { ssr: false })

/** Who is acting and with which role, and the settings of this browser. */
export function AccountMenu({ actor }: { actor: ConsoleSession['actor'] }) {
  return (
    <Popover
      label="Account"
      align="end"
      triggerClass="flex h-8 min-w-8 items-center justify-center gap-2 rounded-md px-1.5 transition-colors hover:bg-hover aria-expanded:bg-hover"
      className="w-72 divide-y divide-line"
      trigger={
        <>
          <CircleUser className="size-4.5 text-soft" />
          <span className="max-w-40 truncate max-xl:max-w-24 max-lg:sr-only">{actor.name}</span>
          <span className="max-lg:sr-only">
            <Badge>{actor.role}</Badge>
          </span>
        </>
      }
    >
      <AccountPanel actor={actor} />
    </Popover>
  )
}
