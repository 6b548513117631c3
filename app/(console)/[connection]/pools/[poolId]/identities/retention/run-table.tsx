import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { jobPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { RetentionRun } from '#lib/retention/rule.ts'
import { runLooks } from './rule-words.ts'
import { grouped } from '#lib/core/grouped.ts'

/** The last runs of a rule, newest first, each with the job that is its account. */
export function RunTable({ pool, name, runs }: { pool: PoolRef; name: string; runs: readonly RetentionRun[] }) {
  if (runs.length === 0) return <p className="text-soft">It has not run yet.</p>
  const label = `Runs of ${name}`
  return (
    <TableFrame label={label}>
      <Table caption={label}>
        <THead>
          <Tr>
            <Th>Began</Th>
            <Th>State</Th>
            <Th>Would delete</Th>
            <Th>Because</Th>
            <Th>Job</Th>
          </Tr>
        </THead>
        <tbody>
          {runs.map((run) => (
            <Tr key={run.runId}>
              <Td>
                <TimeStamp value={run.begunAt} zone />
              </Td>
              <Td>
                <Badge tone={runLooks[run.state].tone}>{runLooks[run.state].label}</Badge>
              </Td>
              <Td className="tabular-nums">{run.plan ? grouped(run.plan.would) : '–'}</Td>
              <Td wrap>
                <ForeignText text={run.reason ?? (run.askedBy === null ? 'Its hour' : `${run.askedBy} asked for it`)} />
              </Td>
              <Td>
                <RunJob pool={pool} run={run} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function RunJob({ pool: { connectionId }, run }: { pool: PoolRef; run: RetentionRun }) {
  const jobId = run.deleteJobId ?? run.scanJobId
  if (jobId === null) return '–'
  return (
    <Link href={jobPath({ connectionId, jobId })} className="text-accent-ink underline">
      {run.deleteJobId === null ? 'Scan' : 'Deletion'}
    </Link>
  )
}
