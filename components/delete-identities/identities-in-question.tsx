'use client'

import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { countsOf } from '#lib/identities/state-counts.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { DefinitionList } from '../ui/definition-list.tsx'
import { usePlace } from '../use-place.ts'

type IdentitiesInQuestionProps = {
  connectionId: string
  pool: PoolRef | null
  count: number
  known: readonly Identity[]
}

/** Where they are and how many of them are users: what makes one stop. */
export function IdentitiesInQuestion({ connectionId, pool, count, known }: IdentitiesInQuestionProps) {
  const place = usePlace(connectionId, pool)
  return (
    <DefinitionList
      items={[{ term: 'Identities', detail: `${identityCount(count)}: ${countsOf(known, count)}` }, ...place]}
    />
  )
}
