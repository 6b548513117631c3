import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Job } from './job.ts'

/** A job whose ids an actor may fill in and start: it acts as whoever made it. Errors: `FORBIDDEN` for others. */
export function requireOwnDraft(actor: Pick<Actor, 'id'>, job: Job): Job {
  if (job.actor.id === actor.id) return job
  throw new AppError({
    code: 'FORBIDDEN',
    message: `${job.actor.name} made this job: nobody else fills or starts it.`,
    hint: 'Make one of your own.',
  })
}
