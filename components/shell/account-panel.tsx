'use client'

import { KeyRound, Users } from 'lucide-react'
import Link from 'next/link'
import { may } from '#lib/auth/permissions.ts'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { menuItem } from '../ui/menu.ts'
import { SignOut } from './sign-out.tsx'
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
      <nav aria-label="Account" className="p-1">
        <Link href="/your-access" className={menuItem}>
          <KeyRound />
          Your access
        </Link>
        {may(actor.role, 'sessions:manage') && (
          <Link href="/sessions" className={menuItem}>
            <Users />
            Sessions
          </Link>
        )}
        {actor.sessionId !== null && <SignOut sessionId={actor.sessionId} />}
      </nav>
      <ThemeSwitch />
    </>
  )
}
