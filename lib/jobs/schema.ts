import { z } from 'zod'
import { isListable } from '../core/listable.ts'
import { isOperationId } from '../core/operation-id.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { reasonSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'
import { ADDED_AT_ONCE, ITEM_MOST, RANGES_MAX } from './bounds.ts'

const NAME_MAX = 200

const jobIdSchema = z.string().refine(isOperationId, 'This is not the id of a job.')

/** A job is named together with its connection, whose roles decide who may see it. */
export const jobInput = z.object({ connectionId: connectionIdSchema, jobId: jobIdSchema })

/** Of a new job over what another was refused. */
export const retryInput = jobInput.extend({ reason: reasonSchema })

export const scanPoolInput = z.object({ pool: poolRefSchema })

/** `kind` and `parameters`: as `lib/jobs/kinds.ts` has them. `pool`: null where nobody knows one. */
export const createJobInput = z.object({
  connectionId: connectionIdSchema,
  region: z.string().min(1),
  pool: poolRefSchema.nullable(),
  kind: z.string().min(1),
  name: z
    .string()
    .trim()
    .min(1, 'Name the job.')
    .max(NAME_MAX, `A name has at most ${NAME_MAX} characters.`)
    .refine((name) => isListable(name), 'A name is plain text; this holds a character that is none.'),
  parameters: z.record(z.string(), z.unknown()),
  reason: reasonSchema,
})

export const addJobIdsInput = jobInput.extend({
  ids: z
    .array(identityIdSchema)
    .min(1, 'Choose at least one identity.')
    .max(ADDED_AT_ONCE, `At most ${ADDED_AT_ONCE} identities in one call.`),
  /** What lists of the pool gave with each of them, in their order; null for what a scan has. */
  proofs: z.array(z.string().max(64).nullable()).max(ADDED_AT_ONCE).default([]),
})

/** `total`: how many ids whoever starts it has seen in it; null for a job that reads its list itself. */
export const startJobInput = jobInput.extend({ total: z.int().positive().nullable() })

/** Where the page before ended. */
const jobCursor = z.object({ createdAt: z.int(), jobId: jobIdSchema })
export type JobCursor = z.infer<typeof jobCursor>

/** The jobs of all connections that the actor may see, or of one; of one pool where that is named. */
export const listJobsInput = z.object({
  connectionId: connectionIdSchema.optional(),
  pool: poolRefSchema.optional(),
  cursor: jobCursor.optional(),
})

export const listJobEventsInput = jobInput.extend({ cursor: z.string().max(100).optional() })
export const listRefusalsInput = jobInput.extend({ cursor: z.string().max(ITEM_MOST).optional() })

/** `since`: epoch milliseconds from which on ends of jobs are told. `once`: told as they stand, with nothing after it. */
export const watchJobsInput = z.object({
  connectionId: connectionIdSchema.optional(),
  since: z.coerce.number().int().min(0).optional(),
  once: z.boolean(),
})

/** `known`: from which chunk to which one the reader has the ids, both included. */
export const listDoneInput = jobInput.extend({ known: z.array(z.tuple([z.int(), z.int()])).max(RANGES_MAX) })
