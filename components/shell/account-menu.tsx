'use client'

import { CircleUser } from 'lucide-react'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { Badge } from '../ui/badge.tsx'
import { Popover } from '../ui/popover.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

const rights: Record<ConsoleSession['actor']['role'], string> = {
  viewer: 'Reads everything, changes nothing.',
  support: 'Reads everything, changes identities.',
  admin: 'Reads and changes everything.',
}

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
          <span className="max-w-40 truncate max-md:sr-only">{actor.name}</span>
          <span className="max-md:sr-only">
            <Badge>{actor.role}</Badge>
          </span>
        </>
      }
    >
      <div className="px-3 py-2.5">
        <p className="font-medium">{actor.name}</p>
        <p className="mt-0.5 text-xs text-soft">
          <span className="font-medium text-ink">{actor.role}</span> · {rights[actor.role]}
        </p>
      </div>
      <ThemeSwitch />
    </Popover>
  )
}
