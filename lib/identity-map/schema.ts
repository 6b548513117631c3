import { z } from 'zod'
import { isOperationId } from '../core/operation-id.ts'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { connectionIdSchema } from '../pools/schema.ts'
import { ENTRIES_MAX, KNOWN_AS_MAX, PART_MAX } from './identity-map.ts'

const mapId = z.string().refine(isOperationId, 'This is not the id of a map.')
const knownAs = z.string().trim().min(1).max(KNOWN_AS_MAX).refine(isPlainText, notPlain('An entry'))

export const mapsOfConnectionInput = z.object({ connectionId: connectionIdSchema })

export const searchIdentityMapsInput = z.object({ connectionId: connectionIdSchema, knownAs })

export const addToIdentityMapInput = z.object({
  connectionId: connectionIdSchema,
  mapId,
  name: z.string().trim().min(1).max(200).refine(isPlainText, notPlain('A name')),
  entries: z
    .array(z.object({ knownAs, identityId: identityIdSchema }))
    .min(1)
    .max(PART_MAX),
})

/** `count`: how many entries it has, so that none was lost. `replaces`: the map that goes for it. */
export const keepIdentityMapInput = z.object({
  connectionId: connectionIdSchema,
  mapId,
  count: z.int().min(1).max(ENTRIES_MAX),
  replaces: mapId.nullable().default(null),
})

export const dropIdentityMapInput = z.object({ connectionId: connectionIdSchema, mapId })
