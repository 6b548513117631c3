'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { PoolAccessSummary } from './pool-access-summary.tsx'
import { PoolRolesSummary } from './pool-roles-summary.tsx'

/** What a pool allows, who can sign in, and which role they get. */
export function PoolOverview({ pool }: { pool: PoolRef }) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title="Access">
        <Loaded query={detail} skeleton="h-48">
          {(pool) => (
            <Card>
              <PoolAccessSummary pool={pool} />
            </Card>
          )}
        </Loaded>
      </Section>
      <Section title="Roles">
        <Loaded query={roles} title="The roles could not be read" skeleton="h-48">
          {(roles) => (
            <Card>
              <PoolRolesSummary roles={roles} guestsAllowed={detail.data?.allowUnauthenticated ?? false} />
            </Card>
          )}
        </Loaded>
      </Section>
    </div>
  )
}
