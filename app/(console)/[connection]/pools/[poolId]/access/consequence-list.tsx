'use client'

import { Shown } from '#components/ui/shown.tsx'
import { useQuery } from '@tanstack/react-query'
import type { Identity } from '#lib/identities/identity.ts'
import type { Consequence } from '#lib/pool-access/consequences.ts'
import { identitySample } from '#lib/pool-access/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** What the change means for users, with how many of the first identities it is about. */
export function ConsequenceList({ pool, effects }: { pool: PoolRef; effects: Consequence[] }) {
  const counted = effects.some(({ affects }) => affects !== null)
  const { data, error } = useQuery({ ...identitySample(pool), enabled: counted })
  return (
    <ul aria-label="Consequences" className="list-disc space-y-1 pl-4">
      {effects.map(({ text, affects }) => (
        <li key={text} className="break-words">
          <Shown>{text}</Shown>
          {affects !== null && <span className="block text-soft">{usage(affects, data, error)}</span>}
        </li>
      ))}
    </ul>
  )
}

function usage(affects: NonNullable<Consequence['affects']>, sample: Identity[] | undefined, error: unknown): string {
  if (error) return 'Whether identities use it could not be read.'
  if (!sample) return 'Looking at the first identities…'
  const using = sample.filter(({ state, logins }) =>
    affects === 'guests' ? state === 'guest' : logins.includes(affects.login),
  )
  if (sample.length === 0) return 'The pool has no identities yet.'
  if (using.length === 0) return `None of the first ${sample.length} identities uses it; others may.`
  return `${using.length} of the first ${sample.length} identities ${using.length === 1 ? 'uses' : 'use'} it.`
}
