'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { itemsSaid } from '#components/jobs/job-words.ts'
import { QueryFailure } from '#components/query-failure.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { auditEntryPath, auditRunPath, jobPath } from '#lib/core/paths.ts'
import type { Job } from '#lib/jobs/job.ts'
import { jobRequest, type JobRef } from '#lib/jobs/queries.ts'
import { requestFacts } from './request-facts.ts'

/** What a job was asked to do, by whom, and where the audit tells of it. */
export function JobRequestCard({ of, job }: { of: JobRef; job: Job }) {
  // The audit names the run from its first stretch of work on.
  const query = useQuery({ ...jobRequest(of), refetchInterval: ({ state }) => state.data?.auditId === null && 3_000 })
  const facts = query.data ? requestFacts(query.data.parameters) : []
  const auditId = query.data?.auditId ?? null
  return (
    <Section title="What was asked">
      <QueryFailure query={query} title="What was asked could not be read" />
      <Card>
        <DefinitionList
          items={[
            { term: 'Kind', detail: kindSaid(job.kind) },
            { term: 'Works on', detail: itemsSaid(job) },
            ...facts.map(({ label, value }) => ({ term: label, detail: <ForeignText text={value} /> })),
            { term: 'Region', detail: job.region },
            { term: 'Asked by', detail: <ForeignText text={`${job.actor.name} (${job.actor.role})`} /> },
            { term: 'Made', detail: <TimeStamp value={job.createdAt} format="exact" zone /> },
            { term: 'Started', detail: <TimeStamp value={job.startedAt} format="exact" zone /> },
            ...(job.retryOf === null
              ? []
              : [
                  {
                    term: 'Retry of',
                    detail: <To href={jobPath({ ...of, jobId: job.retryOf })}>The job before</To>,
                  },
                ]),
            {
              term: 'Audit entry',
              detail: <To href={auditId === null ? auditEntryPath(job.jobId) : auditRunPath(auditId)}>Open it</To>,
            },
          ]}
        />
      </Card>
    </Section>
  )
}

const To = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
    {children}
  </Link>
)

const kinds: Readonly<Record<string, string>> = {
  'delete-identities': 'Delete identities',
  'delete-by-filter': 'Delete by filter',
  'delete-pool-identities': 'Delete every identity of a pool',
  'scan-pool': 'Scan a pool',
  'look-up-list': 'Look up a list',
  'check-merges': 'Check a list of merges',
  'merge-list': 'Merge a list',
}

const kindSaid = (kind: string): string => kinds[kind] ?? kind.replaceAll('-', ' ')
