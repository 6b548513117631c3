import { grouped } from '../core/grouped.ts'
import { NO_LAST_USE } from '../identity-index/no-last-use.ts'
import type { Job } from '../jobs/job.ts'
import { pastOf } from '../jobs/past-of.ts'
import type { MatchingPlan } from '../jobs/matching-plan.ts'

const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** A job in one line. */
export function jobLine(job: Job): string {
  const total = job.total === null ? '' : ` of ${grouped(job.total)}`
  const refused = job.refused === 0 ? '' : `, ${grouped(job.refused)} refused`
  const reason = job.reason === null ? '' : ` (${job.reason})`
  return `${job.jobId}  ${time(job.createdAt)}  ${job.state}  ${grouped(job.done)}${total}${refused}  ${job.name}${reason}`
}

/** How a job stands or stood at its end, in sentences. */
export function jobWords(job: Job): string {
  const total = job.total === null ? '' : ` of ${grouped(job.total)}`
  const lines = [
    `${job.name}: ${job.state}`,
    `${grouped(job.done)}${total} ${pastOf(job)}, ${grouped(job.refused)} refused`,
    `Job ${job.jobId} of ${job.actor.name}`,
    ...(job.reason === null ? [] : [job.reason]),
  ]
  return lines.join('\n')
}

/** What a deletion would do, in lines. */
export function planWords(plan: MatchingPlan): string {
  const lines = [
    `Scan of ${time(plan.scan.startedAt)} UTC, ${grouped(plan.scan.count)} identities`,
    `${grouped(plan.matching)} match, ${grouped(plan.kept)} of them are on the keep list: ${grouped(plan.left)} would be deleted`,
    `${grouped(plan.states.guest)} guests, ${grouped(plan.states.authenticated)} users, ${grouped(plan.states.disabled)} disabled`,
    ...plan.providers.map(({ provider, count }) => `  ${provider}: ${grouped(count)}`),
    ...plan.changed.map((age) => `  last changed ${age.label}: ${grouped(age.count)}`),
    ...(plan.signedIn === 0 ? [] : [`WARNING: ${grouped(plan.signedIn)} of them have signed in.`]),
    NO_LAST_USE,
    ...plan.sample.map(({ identityId, state }) => `  ${identityId} ${state}`),
  ]
  return lines.join('\n')
}
