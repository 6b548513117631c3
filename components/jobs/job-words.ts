import { identityCount } from '#lib/identities/identity-count.ts'
import { CHANGED_SINCE_SCAN } from '#lib/jobs/changed-since-scan.ts'
import { hasEnded, type Job, type JobState } from '#lib/jobs/job.ts'
import { pastOf } from '#lib/jobs/past-of.ts'
import type { BadgeTone } from '../ui/badge.tsx'
import { grouped } from '#lib/core/grouped.ts'

type Look = { tone: BadgeTone; label: string; meaning: string }

const states: Record<JobState, Look> = {
  draft: { tone: 'neutral', label: 'Draft', meaning: 'It is being put together and was not started.' },
  awaiting: {
    tone: 'warning',
    label: 'Awaiting approval',
    meaning: 'A second person has to approve it; nothing is done before.',
  },
  waiting: { tone: 'accent', label: 'Waiting', meaning: 'Its turn comes when others on the same quota are through.' },
  running: { tone: 'accent', label: 'Running', meaning: 'It is being worked on.' },
  paused: { tone: 'warning', label: 'Paused', meaning: 'Nothing is sent until it goes on.' },
  done: { tone: 'plain', label: 'Done', meaning: 'It has worked through everything.' },
  cancelled: { tone: 'neutral', label: 'Cancelled', meaning: 'It was ended before its time; what it did stays done.' },
}

const asked: Partial<Record<Job['wanted'], Look>> = {
  pause: { tone: 'warning', label: 'Pausing', meaning: 'What is under way is still answered, nothing more is sent.' },
  cancel: {
    tone: 'neutral',
    label: 'Cancelling',
    meaning: 'What is under way is still answered, nothing more is sent.',
  },
}

/** How a job stands, in a word; one that was just asked for something is on its way there. */
export function stateLook({ state, wanted }: Pick<Job, 'state' | 'wanted'>): Look {
  const isOpen = state === 'running' || state === 'waiting' || (state === 'paused' && wanted === 'cancel')
  return (isOpen && asked[wanted]) || states[state]
}

/** "60 of 150 deleted", or "60 deleted" where nobody knows how many there are. */
export const progressSaid = (job: Pick<Job, 'kind' | 'done' | 'total'>): string =>
  job.total === null
    ? `${grouped(job.done)} ${pastOf(job)}`
    : `${grouped(job.done)} of ${grouped(job.total)} ${pastOf(job)}`

/** The same, or why nothing of it is done yet. */
export const standSaid = (job: Pick<Job, 'kind' | 'done' | 'total' | 'state'>): string =>
  job.state === 'awaiting' ? 'needs a second person' : progressSaid(job)

/** "2 jobs are under way, 1 job awaits approval" of those that have not ended, or null. */
export function openSaid(jobs: readonly Pick<Job, 'state'>[]): string | null {
  const waits = jobs.filter(({ state }) => state === 'awaiting').length
  const goes = jobs.filter((job) => !hasEnded(job) && job.state !== 'draft').length - waits
  const parts = [
    ...(goes === 0 ? [] : [goes === 1 ? '1 job is under way' : `${grouped(goes)} jobs are under way`]),
    ...(waits === 0 ? [] : [waits === 1 ? '1 job awaits approval' : `${grouped(waits)} jobs await approval`]),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** How a job ended, in a sentence: "Done: 148 of 150 deleted, 2 refused." */
export function jobCameTo(job: Job): string {
  const refused = job.refused > 0 ? `, ${grouped(job.refused)} refused` : ''
  return `${stateLook(job).label}: ${progressSaid(job)}${refused}.`
}

/** How a job stands, in a sentence for those who hear it: "Running, 60 of 150 deleted." */
export function newsOf(job: Job): string {
  const refused = job.refused > 0 ? `, ${grouped(job.refused)} refused` : ''
  return `${stateLook(job).label}, ${standSaid(job)}${refused}.`
}

/** What the codes mean with which items are refused; others are told as they are. */
export const refusalMeanings: Readonly<Record<string, string>> = {
  AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity, or it does not exist.',
  InternalServerError: 'The service failed on this identity. A retry often helps.',
  [CHANGED_SINCE_SCAN]:
    'It was changed since its pool was scanned, so it was not deleted. Scan the pool anew, then decide.',
  NotKnown: 'Nobody knows whether it was done: look at it.',
  Cancelled: 'It was under way when the job was cancelled, and was not done.',
  ResourceNotFoundException: 'This pool does not know it.',
  SourceNotFound: 'This pool does not know the user that moves.',
  DestinationNotFound: 'This pool does not know the user that stays.',
  SameIdentity: 'Both lead to one identity already: there is nothing to merge.',
  Disabled: 'An identity of the two is disabled, and nothing brings it back.',
  NoUserOfProvider: 'An identity of the two has no user of the pool’s developer provider.',
  TooManyLogins: 'Together they would have more logins than an identity may have.',
  SharedProvider: 'Both have a login of one public provider: AWS refuses that. Unlink one, then merge the two by hand.',
  Chain: 'One of the two stands on the other side of another pair. Merge that pair first, then check the list again.',
  SourceTwice: 'What moves here is to move by another pair as well.',
  Changed: 'It is other than you saw by now, so nothing was done with it. Look again, then decide.',
}

/** "1,234 identities" or "12 pairs" of a job, or that nobody knows how many. */
export const itemsSaid = ({ total, kind }: Pick<Job, 'total' | 'kind'>): string => {
  if (total === null) return 'Not known yet'
  if (kind === 'check-merges' || kind === 'merge-list') return `${grouped(total)} ${total === 1 ? 'pair' : 'pairs'}`
  return kind === 'look-up-list' ? `${grouped(total)} in a list` : identityCount(total)
}

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const

/** A time span by its two largest units: "2 h 5 min", "48 s". */
export function spanSaid(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000))
  const at = units.findIndex(([length]) => seconds * 1_000 >= length)
  const unit = units[at]
  if (!unit) return `${seconds} s`
  const [length, name] = unit
  const whole = Math.floor((seconds * 1_000) / length)
  const rest = seconds * 1_000 - whole * length
  const [nextLength, nextName] = units[at + 1] ?? [1_000, 's']
  const next = Math.floor(rest / nextLength)
  return next === 0 ? `${whole} ${name}` : `${whole} ${name} ${next} ${nextName}`
}

/** Items a second: "598", below ten with one decimal. */
export const rateSaid = (perSecond: number): string =>
  perSecond > 0 && perSecond < 9.95 ? perSecond.toFixed(1) : grouped(Math.round(perSecond))
