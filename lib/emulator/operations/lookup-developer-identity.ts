import { developerLogin } from '../rules/developer-provider.ts'
import { conflict, invalidParameter, notFound } from '../state/errors.ts'
import { findIdentityOfPool, type Identity, identityOfNumber } from '../state/identities.ts'
import { loginsOf, ownerOf } from '../state/logins.ts'
import { cutPage, positionOf } from '../state/page-token.ts'
import { findPool, type Pool } from '../state/pools.ts'
import { developerUserIdentifier, identityId, pageSize, pageToken, poolId } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { defineOperation } from './define-operation.ts'

const LARGEST_PAGE = 60

export const lookupDeveloperIdentity = defineOperation({
  name: 'LookupDeveloperIdentity',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId },
    optional: {
      IdentityId: identityId,
      DeveloperUserIdentifier: developerUserIdentifier,
      MaxResults: pageSize,
      NextToken: pageToken,
    },
  },
  differences: [
    'Neither value is an InvalidParameterException, an unknown user a ResourceNotFoundException, two values that do not belong together a ResourceConflictException; the texts are our own.',
    'With both values the answer holds both and nothing else; an identity without developer logins is answered with an empty list.',
  ],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const { IdentityId: id, DeveloperUserIdentifier: user } = input
    if (id === undefined && user === undefined) {
      throw invalidParameter('Please provide either an identity ID or a developer user identifier.')
    }
    const identity = id === undefined ? null : findIdentityOfPool(world.store, pool, id)
    const owner = user === undefined ? null : ownerOfUser(world, pool, user)
    if (identity && user !== undefined) {
      if (identity.number !== owner?.number)
        throw conflict('The developer user identifier does not belong to the identity.')
      return { IdentityId: identity.id, DeveloperUserIdentifierList: [user] }
    }
    const found = identity ?? owner
    if (!found) throw notFound(`Developer user identifier '${user}' not found.`)
    const list = `users ${found.id}`
    const after = positionOf(list, input.NextToken)
    const users = loginsOf(world.store, found.number).filter((login) => login.developer && login.number > after)
    const { page, next } = cutPage(list, users, input.MaxResults ?? LARGEST_PAGE)
    return { IdentityId: found.id, DeveloperUserIdentifierList: page.map((login) => login.subject), ...next }
  },
})

function ownerOfUser(world: World, pool: Pool, user: string): Identity | null {
  if (pool.developerProvider === null) return null
  const owner = ownerOf(world.store, pool.number, developerLogin(pool.developerProvider, user))
  return owner === null ? null : identityOfNumber(world.store, owner)
}
