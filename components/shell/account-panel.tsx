'use client'

import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { ThemeSwitch } from './theme-switch.tsx'

const rights: Record<ConsoleSession['actor']['role'], string> = {
  viewer: 'Reads everything, changes nothing.',
  support: 'Reads everything, changes identities.',
  admin: 'Reads and changes everything.',
}

export default function AccountPanel({ actor }: { actor: ConsoleSession['actor'] }) {
  return (
    <>
      <div className="px-3 py-2.5">
        <p className="font-medium">{actor.name}</p>
        <p className="mt-0.5 text-xs text-soft">
          <span className="font-medium text-ink">{actor.role}</span> · {rights[actor.role]}
        </p>
      </div>
      <ThemeSwitch />
    </>
  )
}
