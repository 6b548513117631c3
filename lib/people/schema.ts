import { z } from 'zod'
import { distinct } from '../core/distinct.ts'
import { userIdentifier } from '../developer-identities/schema.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { connectionIdSchema, poolIdSchema } from '../pools/schema.ts'

export const readPlacesInput = z.object({ connectionId: connectionIdSchema })

const personKey = z.union([z.object({ userIdentifier }).strict(), z.object({ identityId: identityIdSchema }).strict()])

/** `poolIds`: those with a developer provider. */
export const findPeopleInput = z.object({
  connectionId: connectionIdSchema,
  people: z
    .array(personKey)
    .min(1)
    .max(200)
    .transform(distinct((key) => JSON.stringify(key))),
  pools: z
    .array(z.object({ poolId: poolIdSchema, developerProvider: z.string().min(1) }))
    .max(1_000)
    .transform(distinct(({ poolId }) => poolId)),
})
