'use client'

import { useQuery } from '@tanstack/react-query'
import { rateSaid, spanSaid } from '#components/jobs/job-words.ts'
import { QueryFailure } from '#components/query-failure.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { hasEnded } from '#lib/jobs/job.ts'
import type { JobProgress, RatePoint } from '#lib/jobs/job-progress.ts'
import { jobRates, type JobRef } from '#lib/jobs/queries.ts'
import { rateLine } from './rate-line.ts'

const BOX = { width: 1_000, height: 150 }
const LOOK_MS = 2_000

/** How fast a job went over its time, as a picture and in words. */
export default function RateChart({ of, progress }: { of: JobRef; progress: JobProgress }) {
  const isUnderWay = !hasEnded(progress.job) && progress.job.state !== 'paused'
  const query = useQuery({ ...jobRates(of), refetchInterval: isUnderWay && LOOK_MS })
  const points = query.data ?? []
  const line = rateLine(points, progress.quotaPerSecond, BOX)
  return (
    <Section title="Rate">
      <QueryFailure query={query} title="The rate over time could not be read" />
      <Card>
        <figure>
          {line && (
            <svg
              role="img"
              aria-label={said(points, progress)}
              viewBox={`0 0 ${BOX.width} ${BOX.height}`}
              preserveAspectRatio="none"
              className="h-36 w-full overflow-visible"
            >
              <path d={line.area} className="fill-accent-tint forced-colors:fill-none" />
              <path
                d={line.path}
                vectorEffect="non-scaling-stroke"
                className="fill-none stroke-accent stroke-[1.5] forced-colors:stroke-[CanvasText]"
              />
              {line.quota !== null && (
                <line
                  x1={0}
                  x2={BOX.width}
                  y1={line.quota}
                  y2={line.quota}
                  vectorEffect="non-scaling-stroke"
                  strokeDasharray="4 4"
                  className="stroke-control forced-colors:stroke-[GrayText]"
                />
              )}
            </svg>
          )}
          <figcaption className="mt-2 text-xs text-soft">{said(points, progress)}</figcaption>
        </figure>
      </Card>
    </Section>
  )
}

function said(points: readonly RatePoint[], { averagePerSecond, quotaPerSecond }: JobProgress): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return 'Nothing was sent yet.'
  const most = Math.max(...points.map(({ perSecond }) => perSecond))
  const throttled = points.filter(({ throttles }) => throttles > 0).length
  return [
    `Over ${spanSaid(last.at - first.at + 1_000)}: on average ${rateSaid(averagePerSecond)} a second, at most ${rateSaid(most)}.`,
    quotaPerSecond === null ? '' : `The dashed line is the quota, ${rateSaid(quotaPerSecond)} a second.`,
    throttled === 0 ? 'It was never throttled.' : `It was throttled in ${throttled} of ${points.length} moments.`,
  ]
    .filter(Boolean)
    .join(' ')
}
