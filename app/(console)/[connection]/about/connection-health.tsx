'use client'

import { useQueries } from '@tanstack/react-query'
import { failureOf } from '#components/reading.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shown } from '#components/ui/shown.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { grouped } from '#lib/core/grouped.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'

/** Whether each Region answers, as the list of its pools was read last. */
export function ConnectionHealth({ connectionId, regions }: { connectionId: string; regions: readonly string[] }) {
  const lists = useQueries({ queries: regions.map((region) => poolsOfRegion(connectionId, region)) })
  return (
    <Section
      title="Health"
      actions={
        <Button
          size="sm"
          pending={lists.some(({ isFetching }) => isFetching)}
          onClick={() => {
            for (const list of lists) void list.refetch()
          }}
        >
          Ask again
        </Button>
      }
    >
      <Card>
        <DefinitionList
          items={regions.map((region, index) => ({ term: region, detail: <Answer list={lists[index]} /> }))}
        />
      </Card>
    </Section>
  )
}

type List = {
  data?: readonly unknown[] | undefined
  error: Error | null
  failureReason: Error | null
  dataUpdatedAt: number
}

function Answer({ list }: { list: List | undefined }) {
  const failure = list && failureOf(list)
  if (failure)
    return (
      <span className="flex flex-wrap items-center gap-2">
        <Badge tone="danger">Does not answer as it should</Badge>
        <span className="min-w-0 wrap-anywhere text-soft">
          <Shown>{errorShape(failure).message}</Shown>
        </span>
      </span>
    )
  if (!list?.data) return <Skeleton className="h-4 w-40" />
  const count = list.data.length === 1 ? '1 pool' : `${grouped(list.data.length)} pools`
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone="success">Answers</Badge>
      <span className="text-soft">
        {count}, asked at <TimeStamp value={list.dataUpdatedAt} local />
      </span>
    </span>
  )
}
