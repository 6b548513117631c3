import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { isOperationId } from '../core/operation-id.ts'
import { userIdentifier } from '../developer-identities/schema.ts'
import { identityIdSchema, identityInput, seenIdentitySchema } from '../identities/schema.ts'
import { reasonSchema, runIdSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolIdSchema } from '../pools/schema.ts'
import { unsearchedReasons } from './person-search.ts'
import { namesThePerson } from './names-the-person.ts'

/** Identities or identifiers of one person on one connection. */
const MOST = 500

/** `poolId`: the pool that knows the identity's users, null where none is known. */
export const describePersonInput = identityInput.extend({ poolId: poolIdSchema.nullable().default(null) })

export const findTracesInput = z.object({
  connectionId: connectionIdSchema,
  identifiers: z.array(userIdentifier).max(MOST),
})

/** `homes`: the pools that know the identities' users, as far as they are known. `shown`: what the review showed of them. */
export const eraseIdentitiesInput = z.object({
  connectionId: connectionIdSchema,
  region: z.string().min(1),
  identityIds: z.array(identityIdSchema).min(bounds.page.min).max(bounds.page.max),
  homes: z
    .array(z.object({ identityId: identityIdSchema, poolId: poolIdSchema }))
    .max(bounds.page.max)
    .default([]),
  shown: z.array(seenIdentitySchema).max(bounds.page.max).default([]),
  reason: reasonSchema,
  runId: runIdSchema,
})

const unsearched = z.object({
  why: z.enum(unsearchedReasons),
  region: z.string().nullable(),
  poolId: poolIdSchema.nullable(),
})

const REASON_NAMES =
  'The reason names the person, and the entry of an erasure is kept: give the number of the ticket alone.'

/**
 * `searchedBy`: what the search went by and what its pools are called, which the log keeps unless it is to forget.
 * `notes`: notes of other identities that name the person, as they were seen. `search`: how much of the connection was
 * searched, and how many such notes stay, for the record. `fromLog`: the log is to forget the person.
 */
export const erasePersonInput = z
  .object({
    connectionId: connectionIdSchema,
    identityIds: z.array(identityIdSchema).max(MOST),
    identifiers: z.array(userIdentifier).max(MOST).default([]),
    searchedBy: z
      .object({
        identifiers: z.array(userIdentifier).max(MOST),
        givenIds: z.array(identityIdSchema).max(MOST),
        pools: z.array(z.object({ poolId: poolIdSchema, name: z.string() })).max(1_000),
      })
      .optional(),
    notes: z
      .array(z.object({ noteId: z.uuid(), version: z.int().positive() }))
      .max(1_000)
      .default([]),
    fromLog: z.boolean().default(false),
    search: z
      .object({
        regions: z.array(z.string()).max(1_000),
        pools: z.int().min(0),
        unsearched: z.array(unsearched).max(1_000),
        notesLeft: z.int().min(0).default(0),
      })
      .default({ regions: [], pools: 0, unsearched: [], notesLeft: 0 }),
    reason: reasonSchema,
    runId: runIdSchema,
  })
  .superRefine(({ fromLog, reason, identifiers }, context) => {
    if (fromLog && reason && namesThePerson(reason, identifiers) !== null)
      context.addIssue({ code: 'custom', path: ['reason'], message: REASON_NAMES })
  })

export const describeErasureInput = z.object({
  runId: z.string().refine(isOperationId, 'This is not the id of a run.'),
})
