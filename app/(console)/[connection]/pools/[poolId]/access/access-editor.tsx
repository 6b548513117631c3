'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/pools/pool-ref.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { AccessForm } from './access-form.tsx'

/** Who gets into a pool, once its configuration is read; a failure to read it stands above the tabs. */
export function AccessEditor({ pool }: { pool: PoolRef }) {
  const { data } = useQuery(poolDetail(pool))
  if (data) return <AccessForm pool={pool} latest={data} />
  return (
    <Section title="Pool">
      <Card>
        <Skeleton className="h-40 w-full" />
      </Card>
    </Section>
  )
}
