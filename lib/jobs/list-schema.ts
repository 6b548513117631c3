import { z } from 'zod'
import { isListable, NOT_LISTABLE } from '../core/listable.ts'
import { userIdentifier } from '../developer-identities/schema.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { reasonSchema } from '../operation/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { ITEM_MOST, LISTED_MOST } from './bounds.ts'
import { jobInput } from './schema.ts'

const least = (what: string) => `Give at least one ${what}.`
const most = `At most ${LISTED_MOST} in one list.`

const listedUser = userIdentifier.refine((text) => isListable(text), NOT_LISTABLE)

/** `items`: developer user identifiers and identity IDs. */
export const lookUpListInput = z.object({
  pool: poolRefSchema,
  items: z
    .array(z.union([identityIdSchema, listedUser]))
    .min(1, least('identifier'))
    .max(LISTED_MOST, most),
})

const mergePair = z
  .object({ source: userIdentifier, destination: userIdentifier })
  .refine(({ source, destination }) => isListable(source, destination), NOT_LISTABLE)

export const checkMergesInput = z.object({
  pool: poolRefSchema,
  pairs: z.array(mergePair).min(1, least('pair')).max(LISTED_MOST, most),
})

/** `count`: how many pairs whoever starts it has seen to be free of conflicts. */
export const mergeCheckedInput = jobInput.extend({ count: z.int().positive(), reason: reasonSchema })

export const listFoundInput = jobInput.extend({ cursor: z.string().max(ITEM_MOST).optional() })
