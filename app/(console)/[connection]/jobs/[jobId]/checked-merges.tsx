'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Column } from '#components/data-table/column.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { refusalMeanings } from '#components/jobs/job-words.ts'
import { Loaded } from '#components/loaded.tsx'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { grouped } from '#lib/core/grouped.ts'
import type { Job } from '#lib/jobs/job.ts'
import { pairItem } from '#lib/jobs/merge-item.ts'
import type { PlannedConflict } from '#lib/jobs/plan-merges.ts'
import { mergePlan, type JobRef } from '#lib/jobs/queries.ts'
import { JobItem } from './job-item.tsx'
import { MergeListDialog } from './merge-list-dialog.tsx'

const columns: Column<PlannedConflict>[] = [
  {
    head: 'Pair',
    width: 'w-96',
    className: 'truncate',
    rowHeader: true,
    cell: (pair) => <JobItem kind="check-merges" item={pairItem(pair)} />,
  },
  { head: 'Code', width: 'w-40', className: 'font-mono text-xs truncate', cell: ({ code }) => code },
  {
    head: 'What it means',
    width: 'w-[36rem]',
    className: 'truncate text-soft',
    title: ({ code }) => refusalMeanings[code],
    cell: ({ code }) => refusalMeanings[code],
  },
]

/** What of a list of merges can be merged, what is in each other's way, and the way to merge it. */
export default function CheckedMerges({ of, job }: { of: JobRef; job: Job }) {
  const [isOpen, setOpen] = useState(false)
  const isDone = job.state === 'done'
  const query = useQuery({ ...mergePlan(of), enabled: isDone })
  const denied = useDenial(of.connectionId, 'identities:merge')
  if (!isDone) return null
  return (
    <Section title="What can be merged">
      <Loaded query={query} title="What can be merged could not be read" skeleton="h-20">
        {({ free, conflicts, sample }) => (
          <div className="space-y-4">
            <div className="flex flex-wrap items-center gap-3">
              <p>{said(free, conflicts.length, job.refused)}</p>
              {free > 0 && (
                <Button variant="primary" denied={denied} onClick={() => setOpen(true)}>
                  {`Merge ${pairs(free)}`}
                </Button>
              )}
            </div>
            {conflicts.length > 0 && (
              <DataTable
                caption="In the way of others"
                columns={columns}
                rows={conflicts}
                keyOf={pairItem}
                reading={{ pending: false }}
                className="max-h-96"
                words={{
                  loading: 'Loading…',
                  all: (count) => (count === 1 ? 'The only one is shown.' : `All ${grouped(count)} are shown.`),
                  empty: { title: 'None is in the way of others' },
                }}
              />
            )}
            {isOpen && <MergeListDialog job={job} count={free} sample={sample} onClose={() => setOpen(false)} />}
          </div>
        )}
      </Loaded>
    </Section>
  )
}

const pairs = (count: number) => `${grouped(count)} ${count === 1 ? 'pair' : 'pairs'}`

function said(free: number, inTheWay: number, refused: number): string {
  const more = inTheWay > 0 ? ` ${pairs(inTheWay)} ${inTheWay === 1 ? 'is' : 'are'} in the way of others.` : ''
  const named = refused > 0 ? ` ${pairs(refused)} cannot, for what is told below.` : ''
  return `${free === 0 ? 'Nothing' : pairs(free)} can be merged.${more}${named}`
}
