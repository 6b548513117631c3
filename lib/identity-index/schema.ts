import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { identityStates } from '../identities/identity.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { isMomentOfFilter } from './moment-of-filter.ts'

/** Names in one condition of a filter. */
const NAMES_MAX = 60
const FILTER_NAME_MAX = 80
/** Ids of a keep list in one call. */
export const LISTED_AT_ONCE = 5_000

const moment = z
  .string()
  .refine(isMomentOfFilter, 'A moment looks like 2026-01-01 or 2026-01-01T14:30Z, or like 90d or 12h for so long ago.')
  .nullable()

const providers = z.array(z.string().min(1).max(bounds.arn.max)).max(NAMES_MAX)

/**
 * Which identities of a pool are meant: those that meet every condition. `states` and `providers`: any of these, and
 * where empty, all. `withoutProviders`: none of these. A span begins with its `from` and ends before its `before`; an
 * identity whose date the service did not tell is in no span.
 */
export const indexFilterSchema = z.object({
  states: z.array(z.enum(identityStates)).max(identityStates.length),
  providers,
  withoutProviders: providers,
  createdFrom: moment,
  createdBefore: moment,
  modifiedFrom: moment,
  modifiedBefore: moment,
  idPrefix: z
    .string()
    .max(bounds.id.max)
    .regex(/^(?:[\w-]+(?::[0-9a-f-]*)?)?$/, 'The beginning of an id looks like us-east-1:1b2c.'),
})
export type IndexFilter = z.infer<typeof indexFilterSchema>

/** The filter that every identity meets. */
export const everyIdentity: IndexFilter = {
  states: [],
  providers: [],
  withoutProviders: [],
  createdFrom: null,
  createdBefore: null,
  modifiedFrom: null,
  modifiedBefore: null,
  idPrefix: '',
}

export const indexOrders = ['created', 'modified', 'state', 'provider', 'id'] as const
/** In which order identities come. Those of one state or provider come by provider and creation. */
export const indexSortSchema = z.object({ by: z.enum(indexOrders), descending: z.boolean() })
export type IndexSort = z.infer<typeof indexSortSchema>

export const indexPoolInput = z.object({ pool: poolRefSchema })

export const indexFilterInput = indexPoolInput.extend({ filter: indexFilterSchema })

/** `kept`: the first of a keep list that the filter has. */
export const indexSampleInput = indexFilterInput.extend({
  kept: z.array(identityIdSchema).max(LISTED_AT_ONCE).default([]),
})

export const indexPageInput = indexFilterInput.extend({
  sort: indexSortSchema,
  cursor: z.string().max(500).optional(),
})

/** Ids of a keep list, some at a time. `scanId`: the scan that is deleted from. */
export const listedInput = indexFilterInput.extend({
  scanId: z.int(),
  ids: z.array(identityIdSchema).min(1).max(LISTED_AT_ONCE),
})

const filterName = z
  .string()
  .trim()
  .min(1, 'Name the filter.')
  .max(FILTER_NAME_MAX, `A name has at most ${FILTER_NAME_MAX} characters.`)
  .refine(isPlainText, notPlain('A name'))

export const saveFilterInput = indexFilterInput.extend({ filterName, reason: reasonSchema })
export const deleteFilterInput = indexPoolInput.extend({ filterName })
