import 'server-only'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { describeJob, listJobs } from '../jobs/actions.ts'
import { cancelJob, pauseJob, resumeJob } from '../jobs/control-actions.ts'
import { scanPool } from '../jobs/scan-actions.ts'
import { jobsOfPool } from '../jobs/jobs-of-pool.ts'
import type { Job } from '../jobs/job.ts'
import { deleteMatching, planDeletion } from '../jobs/matching-actions.ts'
import { write } from '../operation/write.ts'
import { makeLinkByCommand } from '../sign-in/make-link-by-command.ts'
import { failedAnswer, type CommandAnswer } from './answer.ts'
import { exitCodes } from './exit-codes.ts'
import { jobLine, jobWords, planWords } from './job-words.ts'
import { runFindings } from './run-findings.ts'
import { runReach } from './run-reach.ts'
import type { Command } from './schema.ts'

/** A command that answers once, all but the export. */
export type ShortCommand = Exclude<Command, { verb: 'export' }>

/** Does what a command asks for, as the present actor. It never throws. */
export async function runCommand(command: ShortCommand): Promise<CommandAnswer> {
  try {
    return await run(command)
  } catch (error) {
    return failedAnswer(error)
  }
}

async function run(command: ShortCommand): Promise<CommandAnswer> {
  switch (command.verb) {
    case 'jobs list': {
      const { verb: _verb, ...of } = command
      const { jobs } = await unwrap(listJobs(of))
      return { exit: exitCodes.done, value: { jobs }, words: jobs.map(jobLine).join('\n') || 'There are no jobs.' }
    }
    case 'plan': {
      const { verb: _verb, ...matching } = command
      const plan = await unwrap(planDeletion(matching))
      const { pool } = matching
      const others = jobsOfPool((await unwrap(listJobs({ pool }))).jobs, pool)
      const words = [...others.map((job) => `NOTE: ${job.name} is ${job.state} on this pool.`), planWords(plan)]
      return { exit: exitCodes.done, value: { ...plan, otherJobs: others }, words: words.join('\n') }
    }
    case 'delete': {
      const { verb: _verb, ...wanted } = command
      return answerOf(await write(deleteMatching, wanted, newOperationId()))
    }
    case 'scan':
      return answerOf(await unwrap(scanPool({ pool: command.pool })))
    case 'sign-in-link': {
      const link = await makeLinkByCommand()
      return { exit: exitCodes.done, value: { link }, words: `Sign in once within 15 minutes: ${link}` }
    }
    case 'reach':
      return runReach(command)
    case 'findings':
      return runFindings(command)
    default:
      return answerOf(await ofJob(command))
  }
}

type OfJob = Extract<Command, { jobId: string }>

async function ofJob({ verb, ...job }: OfJob): Promise<Job> {
  const acts = { pause: pauseJob, resume: resumeJob, cancel: cancelJob }
  return verb === 'show' ? (await unwrap(describeJob(job))).job : write(acts[verb], job, newOperationId())
}

const answerOf = (job: Job): CommandAnswer => ({ exit: exitCodes.done, value: job, words: jobWords(job) })
