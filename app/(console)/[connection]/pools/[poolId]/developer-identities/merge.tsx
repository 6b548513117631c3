'use client'

import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import { identityKeys } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { MergeComparison, type MergeUsers } from './merge-comparison.tsx'

type MergeProps = { pool: PoolRef; providerName: string; users: MergeUsers; onUsers: (users: MergeUsers) => void }

/** Two users that are one person, side by side before anything is merged. */
export function Merge({ pool, providerName, users, onUsers }: MergeProps) {
  const queryClient = useQueryClient()
  const [compared, setCompared] = useState<MergeUsers | null>(null)
  const ready = users.destination.trim() !== '' && users.source.trim() !== ''

  function compare(event?: SubmitEvent) {
    event?.preventDefault()
    if (!ready) return
    void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.pool(pool) })
    void queryClient.invalidateQueries({ queryKey: identityKeys.details(pool.connectionId) })
    setCompared({ destination: users.destination.trim(), source: users.source.trim() })
  }

  function swap() {
    onUsers({ destination: users.source, source: users.destination })
    if (compared) setCompared({ destination: compared.source, source: compared.destination })
  }

  return (
    <Section
      title="Merge"
      description={`Two users of ${providerName} who are one person: every login of one identity moves to the other, and the emptied identity is disabled for good.`}
    >
      <Card>
        <form aria-label="Merge" onSubmit={compare} className="flex flex-wrap items-end gap-2">
          <TextField
            label="User who stays"
            className="min-w-0 flex-1 basis-60"
            mono
            value={users.destination}
            onChange={(event) => onUsers({ ...users, destination: event.target.value })}
          />
          <Button icon={<ArrowLeftRight />} onClick={swap}>
            Swap
          </Button>
          <TextField
            label="User who moves"
            className="min-w-0 flex-1 basis-60"
            mono
            value={users.source}
            onChange={(event) => onUsers({ ...users, source: event.target.value })}
          />
          <Button type="submit" variant="primary" disabled={!ready}>
            Compare
          </Button>
        </form>
        {compared && <MergeComparison pool={pool} providerName={providerName} users={compared} onAgain={compare} />}
      </Card>
    </Section>
  )
}
