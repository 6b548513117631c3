'use server'

import { defineAction } from '../operation/define-action.ts'
import {
  readPrincipalTags,
  readServiceMap,
  toPrincipalTags,
  writeServiceMap,
  type ServicePrincipalTags,
} from './service.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import { principalTagsPart } from '../drift/part-names.ts'
import { replacePart } from '../drift/replace-part.ts'
import { principalTagFacts } from './principal-tags.ts'
import { principalTagsInput, setPrincipalTagsInput } from './schema.ts'

/** The attributes for access control of several providers of a pool, in the order asked for. Errors: `NOT_FOUND`. */
export const getPrincipalTagAttributeMaps = defineAction({
  name: 'GetPrincipalTagAttributeMap',
  effect: 'read',
  permission: 'pools:read',
  input: principalTagsInput,
  run: async ({ cognito }, { pool, providers }) =>
    Promise.all(providers.map((provider) => readPrincipalTags(cognito, pool.poolId, provider))),
})

/**
 * Replaces one provider's attributes for access control. Errors: `CONFLICT` when they are not what the operator saw;
 * nothing was changed then.
 */
export const setPrincipalTagAttributeMap = defineAction({
  name: 'SetPrincipalTagAttributeMap',
  effect: 'write',
  permission: 'pools:update',
  input: setPrincipalTagsInput,
  async run({ cognito, audit, operationId }, { pool, provider, seen, useDefaults, tags }) {
    const read = () => readServiceMap(cognito, pool.poolId, provider)
    const seenFacts = (map: ServicePrincipalTags) => principalTagFacts(toPrincipalTags(provider, map))
    return replacePart(
      { pool, operationId, part: principalTagsPart(provider), seenFacts },
      {
        seen: seen ?? fingerprint(await read()),
        read,
        change: () => ({ UseDefaults: useDefaults, PrincipalTags: useDefaults ? {} : tags }),
        write: (next) => writeServiceMap(cognito, pool.poolId, provider, next),
        toValue: (map) => toPrincipalTags(provider, map),
        factsOf: principalTagFacts,
        audit,
      },
    )
  },
})
