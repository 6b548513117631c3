'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { jobPath } from '#lib/core/paths.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { hasEnded } from '#lib/jobs/job.ts'
import type { JobProgress } from '#lib/jobs/job-progress.ts'
import { jobsNow } from '#lib/jobs/queries.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { startJobFeed } from './job-feed.ts'
import { jobCameTo, openSaid } from './job-words.ts'
import { TrayJob } from './tray-job.tsx'
import { useNow } from './use-now.ts'

/** So long after its end a job stays in view. */
const STAYS_MS = 90_000
const SHOWN = 4
/** With less room only the head is drawn until somebody asks for more. */
const ROOMY = '(min-width: 40rem)'

/** What runs, on every page; it lies over a corner and moves nothing. What has ended can be put away. */
export default function JobTray() {
  useEffect(startJobFeed, [])
  const { data: known = [] } = useQuery(jobsNow())
  return known.length > 0 && <Tray known={known} />
}

function Tray({ known }: { known: readonly JobProgress[] }) {
  const here = decodeSegment(usePathname())
  const now = useNow()
  const [open, setOpen] = useState(() => window.matchMedia(ROOMY).matches)
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const jobs = known.filter(
    ({ job }) =>
      !away.has(job.jobId) &&
      (!hasEnded(job) || (job.endedAt ?? 0) > now - STAYS_MS) &&
      decodeSegment(jobPath(job)) !== here,
  )
  const lastEnd = jobs.find(({ job }) => hasEnded(job))?.job
  return (
    <>
      <p role="status" className="sr-only">
        {lastEnd ? `${lastEnd.name}. ${jobCameTo(lastEnd)}` : ''}
      </p>
      {jobs.length > 0 && (
        <section
          aria-label="Job tray"
          className="fixed right-3 bottom-3 z-20 w-80 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line-strong bg-raised shadow-raised in-[:has([data-cover],[data-save-bar])]:bottom-20 lg:in-[:has([data-details])]:right-[30.75rem] max-sm:w-auto print:hidden"
        >
          <div className="flex items-center gap-2 py-1 pr-1 pl-3">
            <h2 className="flex-1 text-xs font-medium">{openSaid(jobs.map(({ job }) => job)) ?? 'Just ended'}</h2>
            <IconButton
              label={open ? 'Show less of the jobs' : 'Show the jobs'}
              size="sm"
              aria-expanded={open}
              icon={open ? <ChevronDown /> : <ChevronUp />}
              onClick={() => setOpen(!open)}
            />
          </div>
          {open && (
            <ul className="divide-y divide-line border-t border-line">
              {jobs.slice(0, SHOWN).map(({ job }) => (
                <TrayJob key={job.jobId} job={job} onDismiss={() => setAway(new Set([...away, job.jobId]))} />
              ))}
            </ul>
          )}
          {open && jobs.length > SHOWN && (
            <p className="border-t border-line px-3 py-1.5 text-xs text-soft">{`${jobs.length - SHOWN} more`}</p>
          )}
        </section>
      )}
    </>
  )
}
