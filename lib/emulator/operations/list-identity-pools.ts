import { cutPage, positionOf } from '../state/page-token.ts'
import { pageOfPools } from '../state/pools.ts'
import { pageSize, pageToken } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const listIdentityPools = defineOperation({
  name: 'ListIdentityPools',
  signed: true,
  input: { type: 'structure', required: { MaxResults: pageSize }, optional: { NextToken: pageToken } },
  differences: ['Pools come in the order in which they were made; the service’s order is not documented.'],
  run({ world, region }, { MaxResults, NextToken }) {
    const list = `pools ${region}`
    const found = pageOfPools(world.store, region, positionOf(list, NextToken), MaxResults + 1)
    const { page, next } = cutPage(list, found, MaxResults)
    return { IdentityPools: page.map(({ id, name }) => ({ IdentityPoolId: id, IdentityPoolName: name })), ...next }
  },
})
