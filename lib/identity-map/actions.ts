'use server'

import { identityInput } from '../identities/schema.ts'
import { defineAction } from '../operation/define-action.ts'
import { addToMap, dropMap, identitiesKnownAs, keepMap, mapsOf, namesOfIdentity } from './kept-maps.ts'
import {
  addToIdentityMapInput,
  dropIdentityMapInput,
  keepIdentityMapInput,
  mapsOfConnectionInput,
  searchIdentityMapsInput,
} from './schema.ts'

/** The maps of a connection, the latest first. */
export const listIdentityMaps = defineAction({
  name: 'ListIdentityMaps',
  effect: 'read',
  permission: 'identity-maps:read',
  input: mapsOfConnectionInput,
  run: (_context, { connectionId }) => mapsOf(connectionId),
})

/** Whom the maps of a connection know by a sub, an e-mail address or a number, whatever its case. */
export const searchIdentityMaps = defineAction({
  name: 'SearchIdentityMaps',
  effect: 'read',
  looks: true,
  permission: 'identity-maps:read',
  input: searchIdentityMapsInput,
  run: (_context, { connectionId, knownAs }) => identitiesKnownAs(connectionId, knownAs),
})

/** What the maps of a connection know an identity by. */
export const describeMappedIdentity = defineAction({
  name: 'DescribeMappedIdentity',
  effect: 'read',
  looks: true,
  permission: 'identity-maps:read',
  input: identityInput,
  run: (_context, { identity }) => namesOfIdentity(identity.connectionId, identity.identityId),
})

/**
 * Adds up to 4,000 entries to a map that is being imported. Answers how many it has. The audit has their number alone:
 * they name people, and must be gone when they are erased. Errors: `CONFLICT` when it is whole, `LIMIT`.
 */
export const addToIdentityMap = defineAction({
  name: 'AddToIdentityMap',
  effect: 'write',
  permission: 'identity-maps:import',
  input: addToIdentityMapInput,
  partOf: ({ mapId }) => mapId,
  audited: ({ entries, ...input }) => ({ ...input, count: entries.length }),
  run: async ({ actor }, part) => ({ total: await addToMap({ ...part, by: actor.name, at: Date.now() }) }),
})

/** Has a map searched from now on. Errors: `CONFLICT` when it has other entries than were sent. */
export const keepIdentityMap = defineAction({
  name: 'KeepIdentityMap',
  effect: 'write',
  permission: 'identity-maps:import',
  input: keepIdentityMapInput,
  partOf: ({ mapId }) => mapId,
  async run(_context, { count: entries, ...map }) {
    await keepMap({ ...map, entries, at: Date.now() })
    return { mapId: map.mapId }
  },
})

/** Deletes a map, or what was imported of one. Errors: `NOT_FOUND`. */
export const dropIdentityMap = defineAction({
  name: 'DeleteIdentityMap',
  effect: 'write',
  permission: 'identity-maps:import',
  input: dropIdentityMapInput,
  async run(_context, map) {
    await dropMap(map)
    return { mapId: map.mapId }
  },
})
