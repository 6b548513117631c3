import { toIdentityDescription, pageOfIdentities } from '../state/identities.ts'
import { cutPage, positionOf } from '../state/page-token.ts'
import { findPool } from '../state/pools.ts'
import { boolean, pageSize, pageToken, poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const listIdentities = defineOperation({
  name: 'ListIdentities',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, MaxResults: pageSize },
    optional: { NextToken: pageToken, HideDisabled: boolean },
  },
  differences: [
    'Identities come in the order in which they were made; the service’s order is not documented.',
    'Pages are full with HideDisabled too, and a page token stays good whatever is deleted.',
  ],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const list = `identities ${pool.id}`
    const found = pageOfIdentities(world.store, {
      pool: pool.number,
      after: positionOf(list, input.NextToken),
      limit: input.MaxResults + 1,
      hideDisabled: input.HideDisabled ?? false,
    })
    const { page, next } = cutPage(list, found, input.MaxResults)
    return { IdentityPoolId: pool.id, Identities: page.map(toIdentityDescription), ...next }
  },
})
