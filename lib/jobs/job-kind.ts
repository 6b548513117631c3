import 'server-only'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Permission } from '../auth/permissions.ts'
import type { Cognito } from '../aws/send.ts'
import { AppError } from '../core/errors.ts'
import type { Tables } from '../db/tables.ts'
import type { Job, Refusal } from './job.ts'
import type { LeaseSession } from './lease-session.ts'

/**
 * What a kind works with: calls wait for their turn at the quota, and throw its reason when the job is to stop. `write`:
 * the only way to write into the store, since it is the lease's. Errors: as of `LeaseSession`.
 */
export type JobContext<P> = {
  job: Job
  parameters: P
  cognito: Cognito
  signal: AbortSignal
  write: LeaseSession['write']
}

/** More that goes into the store together with what a page came to. */
export type AlsoStored = (transaction: Transaction<Tables>) => Promise<void>

/** What became of the ids of a chunk: those that are not named are done. */
export type ChunkAnswer = {
  refused: readonly Refusal[]
  /** What the service failed at, with its code: it is sent once more. */
  failed?: readonly Refusal[]
  /** What was known of the items before they were worked on: the audit keeps it. */
  known?: readonly Known[]
}

/** What was known of an item. */
export type Known = { identityId: string }

/** Works through ids that were frozen when the job was started, several calls at once, each with at most 60 of them. */
export type ChunkWork = {
  form: 'chunks'
  send: (ids: readonly string[]) => Promise<ChunkAnswer>
  /** Whether what is wanted of an item holds already, for one that an earlier attempt may have done. */
  isDone: (item: string) => Promise<boolean>
  /** So many calls at once at most, where order matters. */
  lanes?: number
  /** Goes into the store together with the account of what is done, however that became known. */
  after?: (transaction: Transaction<Tables>, done: readonly string[]) => Promise<void>
}

/**
 * One page of a list. `cursor`: where the next one begins; null after the last. `count`: what is done; `refused` comes on
 * top of it.
 */
export type PageAnswer = { cursor: string | null; count: number; refused?: readonly Refusal[]; store: AlsoStored }

/** Reads a list page by page from wherever it stood. */
export type PageWork = {
  form: 'pages'
  /** `room`: how many items the job may still have. */
  read: (cursor: string | null, room: number) => Promise<PageAnswer>
  /**
   * What became of pages that may have been sent before a cancel and are in no account, without sending any; null where
   * there is none. It ends unfinished when the signal says so. `isLast`: what cannot be told now is not looked at again. Errors:
   * `NotTold`.
   */
  settle?: (cursor: string | null, isLast: boolean) => Promise<PageAnswer | null>
  /** What came of pages that are in no answer goes into the store when a stretch of work ends. */
  leave?: AlsoStored
  /** Goes into the store together with the end of the job. */
  end?: AlsoStored
  /** The same when it is cancelled. */
  dropped?: AlsoStored
}

export type JobWork = ChunkWork | PageWork

type Described = {
  /** Its name in the store, such as `delete-identities`. */
  kind: string
  /** What it does by the API's name: in the audit, and as the quota that its jobs take turns at. */
  operation: string
  /** A kind that writes is audited: as one entry with its batches inside. */
  effect: 'read' | 'write'
  permission: Permission
  /** The identities that an item of its jobs is about, in the audit: the item itself where nothing else is said. */
  identitiesOf?: (item: string) => readonly string[]
  /**
   * How ids come into its draft: `added` by people, or `frozen` by a freeze of its own. `none`: it reads its list itself,
   * and an action of its own makes and starts it.
   */
  takesIds: 'added' | 'frozen' | 'none'
  /**
   * Nobody knows before how many items it has: where a second person is asked for at all, one approves it, and it pauses
   * at `jobs.maxIdentities`.
   */
  isUnbounded?: true
  /** The kind that repeats what it was refused, where that is another one. */
  retriedAs?: string
}

/**
 * One kind of job. `check` answers parameters as the kind reads them; errors: `VALIDATION` for those that are not of the
 * kind. `bind` errors: a `ZodError` for the same.
 */
export type JobKind = Described & {
  check: (parameters: unknown) => unknown
  bind: (context: JobContext<unknown>) => JobWork
}

/** The only way to make a kind: one file each, named in `kinds.ts`. */
export const defineKind = <P>({
  parameters,
  work,
  ...described
}: Described & { parameters: z.ZodType<P>; work: (context: JobContext<P>) => JobWork }): JobKind => ({
  ...described,
  check(raw) {
    const checked = parameters.safeParse(raw)
    if (checked.success) return checked.data
    const [first] = checked.error.issues
    const message = `These are not the parameters of the job "${described.kind}": ${first?.message ?? 'they cannot be read'}`
    throw new AppError({ code: 'VALIDATION', message, hint: 'Look at what the job asks for, then make it again.' })
  },
  bind: (context) => work({ ...context, parameters: parameters.parse(context.parameters) }),
})
