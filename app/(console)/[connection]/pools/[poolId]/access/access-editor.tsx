'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { AccessForm } from './access-form.tsx'

/** Who gets into a pool, once its configuration is read; a failure to read it stands above the tabs. */
export function AccessEditor({ pool, remedy }: { pool: PoolRef; remedy: Remedy | null }) {
  const { data, failureReason } = useQuery(poolDetail(pool))
  if (data) return <AccessForm pool={pool} latest={data} remedy={remedy} />
  if (failureReason) return null
  return (
    <Section title="Pool">
      <Card>
        <Skeleton className="h-40 w-full" />
      </Card>
    </Section>
  )
}
