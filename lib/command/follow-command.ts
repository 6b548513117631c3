import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { hasEnded, type Job } from '../jobs/job.ts'
import type { CommandAnswer } from './answer.ts'
import { exitCodes } from './exit-codes.ts'
import type { ShortCommand } from './run-command.ts'

const LOOK_MS = 500

/** How a command is run, here or by a console. */
export type Ask = (command: ShortCommand) => Promise<CommandAnswer>

/** Runs a command, and where it started a job stays until that has ended or pauses for a person. */
export async function followCommand(ask: Ask, command: ShortCommand): Promise<CommandAnswer> {
  let answer = await ask(command)
  if (command.verb !== 'delete' && command.verb !== 'scan') return answer
  for (;;) {
    const job = jobIn(answer)
    if (job === null || didAll(job)) return answer
    if (hasEnded(job) || isHeld(job)) return { ...answer, exit: exitCodes.found }
    await wait(LOOK_MS)
    answer = await ask({ verb: 'show', connectionId: job.connectionId, jobId: job.jobId })
  }
}

const didAll = ({ state, refused }: Job): boolean => state === 'done' && refused === 0

/** It does not go on by itself. */
const isHeld = ({ state, retryAt }: Job): boolean => state === 'awaiting' || (state === 'paused' && retryAt === null)

const jobIn = ({ exit, value }: CommandAnswer): Job | null =>
  exit === exitCodes.done && typeof value === 'object' && value !== null && 'jobId' in value ? (value as Job) : null
