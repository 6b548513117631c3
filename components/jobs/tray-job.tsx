'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { jobPath } from '#lib/core/paths.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { ForeignText } from '../ui/foreign-text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { JobBar } from './job-bar.tsx'
import { standSaid, stateLook } from './job-words.ts'
import { grouped } from '#lib/core/grouped.ts'

/** One job of the tray: what it is, how far it has come, and the way to its page. */
export function TrayJob({ job, onDismiss }: { job: Job; onDismiss: () => void }) {
  const refused = job.refused > 0 ? ` · ${grouped(job.refused)} refused` : ''
  return (
    <li className="space-y-1 px-3 py-2">
      <div className="flex items-center gap-2">
        <Link
          href={jobPath(job)}
          prefetch={false}
          className="min-w-0 flex-1 truncate rounded-sm text-accent-ink hover:underline"
        >
          <ForeignText text={job.name} />
        </Link>
        {hasEnded(job) && <IconButton label={`Dismiss ${job.name}`} size="sm" icon={<X />} onClick={onDismiss} />}
      </div>
      <JobBar job={job} label={`Progress of ${job.name}`} />
      <p className="truncate text-xs text-soft tabular-nums">
        {`${stateLook(job).label} · ${standSaid(job)}${refused}`}
      </p>
    </li>
  )
}
