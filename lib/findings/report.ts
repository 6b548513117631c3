import type { ErrorShape } from '../core/errors.ts'
import type { Drift } from '../drift/changed-outside.ts'
import { allChecks } from './all-checks.ts'
import type { PoolReading } from './snapshot.ts'

/** Why a finding is not to be shown among the open ones, who said so and when (epoch milliseconds). */
export type Suppression = { reason: string; by: string; at: number }

/** What a finding is called: a check and what of the pool it is about. */
export type FindingName = { checkId: string; subject: string }

/** `policy`: one of IAM to copy that ends it. */
export type Finding = FindingName & { evidence: string; suppressed: Suppression | null; policy?: string }

/** What the checks say of one pool. A check is in `findings`, in `notRun`, or it ran and found nothing. */
export type PoolReport = {
  poolId: string
  name: string
  region: string
  findings: Finding[]
  notRun: { checkId: string; error: ErrorShape }[]
  /** How far roles reach, by their ARNs, as far as the person may know. */
  reach: Record<string, string>
  /** What checks that ran could not see. */
  notes: { checkId: string; note: string }[]
  /** The last change outside Lifeguard that is young enough to be told. */
  drift: Drift | null
}

export const findingKey = ({ checkId, subject }: FindingName): string => `${checkId} ${subject}`

const reachIn = ({ reach }: PoolReading): Record<string, string> => (reach.known ? reach.value.words : {})

/** Runs every check over what was read of a pool. `suppressions` are by `findingKey`. */
export function reportOf(snapshot: PoolReading, suppressions: ReadonlyMap<string, Suppression>): PoolReport {
  const { poolId, name, region } = snapshot.pool
  const report: PoolReport = {
    poolId,
    name,
    region,
    findings: [],
    notRun: [],
    reach: reachIn(snapshot),
    notes: [],
    drift: snapshot.drift.known ? snapshot.drift.value : null,
  }
  for (const { id: checkId, run } of allChecks) {
    const outcome = run(snapshot)
    if (!outcome.ran) {
      report.notRun.push({ checkId, error: outcome.error })
      continue
    }
    if (outcome.note) report.notes.push({ checkId, note: outcome.note })
    for (const { subject, evidence, policy } of outcome.traces) {
      const suppressed = suppressions.get(findingKey({ checkId, subject })) ?? null
      report.findings.push({ checkId, subject, evidence, suppressed, ...(policy !== undefined && { policy }) })
    }
  }
  return report
}
