'use client'

import { Shown } from '#components/ui/shown.tsx'
import { useQuery } from '@tanstack/react-query'
import type { Identity } from '#lib/identities/identity.ts'
import { sampleUsage } from '#lib/pool-access/sample-usage.ts'
import type { Consequence } from '#lib/pool-access/consequences.ts'
import { identitySample } from '#lib/pool-access/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** What the change means for users, with how many of the first identities it is about. */
export function ConsequenceList({ pool, effects }: { pool: PoolRef; effects: Consequence[] }) {
  const counted = effects.some(({ affects }) => affects !== null)
  const { data, error } = useQuery({ ...identitySample(pool), enabled: counted })
  // Said of each alike, it is said once.
  const ofAll = counted ? usageOfAll(data, error) : null
  return (
    <>
      <ul aria-label="Consequences" className="list-disc space-y-1 pl-4">
        {effects.map(({ text, affects }) => (
          <li key={text} className="break-words">
            <Shown>{text}</Shown>
            {affects !== null && ofAll === null && data && (
              <span className="block text-soft">{usage(affects, data)}</span>
            )}
          </li>
        ))}
      </ul>
      {ofAll !== null && <p className="mt-1 text-soft">{ofAll}</p>}
    </>
  )
}

type Sample = { identities: Identity[]; whole: boolean }

function usageOfAll(sample: Sample | undefined, error: unknown): string | null {
  if (error) return 'Whether identities use it could not be read.'
  if (!sample) return 'Looking at the first identities…'
  return sample.identities.length === 0 ? sampleUsage(0, 0, sample.whole) : null
}

function usage(affects: NonNullable<Consequence['affects']>, { identities, whole }: Sample): string {
  const using = identities.filter(({ state, logins }) =>
    affects === 'guests' ? state === 'guest' : logins.includes(affects.login),
  )
  return sampleUsage(using.length, identities.length, whole)
}
