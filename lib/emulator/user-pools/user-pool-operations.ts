import { defineOperation } from '../operations/define-operation.ts'
import { ServiceError } from '../state/errors.ts'
import { cutPage, positionOf } from '../state/page-token.ts'
import { pageSize, pageToken } from '../state/shapes.ts'
import { userPoolsOf } from '../state/user-pools.ts'

const NAMED_BY_POOLS =
  'Those that pools name are there, and with the demonstration one more; none can be made, changed or removed.'

const listUserPools = defineOperation({
  name: 'ListUserPools',
  signed: true,
  input: { type: 'structure', required: { MaxResults: pageSize }, optional: { NextToken: pageToken } },
  differences: [NAMED_BY_POOLS, 'Only `Id` and `Name` are answered.'],
  run({ world, region }, { MaxResults, NextToken }) {
    const list = `user pools ${region}`
    const all = userPoolsOf(world.store, region).map((one, index) => ({ ...one, number: index + 1 }))
    const { page, next } = pageAfter(list, all, MaxResults, NextToken)
    return { UserPools: page.map(({ id, name }) => ({ Id: id, Name: name })), ...next }
  },
})

const listUserPoolClients = defineOperation({
  name: 'ListUserPoolClients',
  signed: true,
  input: {
    type: 'structure',
    required: { UserPoolId: { type: 'string', min: 1, max: 55, pattern: String.raw`[\w-]+_[0-9a-zA-Z]+` } },
    optional: { MaxResults: pageSize, NextToken: pageToken },
  },
  differences: [NAMED_BY_POOLS],
  run({ world, region }, { UserPoolId, MaxResults = 60, NextToken }) {
    const userPool = userPoolsOf(world.store, region).find(({ id }) => id === UserPoolId)
    if (!userPool) throw new ServiceError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`)
    const all = Object.entries(userPool.clients).map(([id, name], index) => ({ id, name, number: index + 1 }))
    const { page, next } = pageAfter(`app clients ${UserPoolId}`, all, MaxResults, NextToken)
    return { UserPoolClients: page.map(({ id, name }) => ({ ClientId: id, ClientName: name, UserPoolId })), ...next }
  },
})

/** What there is of Amazon Cognito user pools (API version 2016-04-18): the lists that name them and their app clients. */
export const userPoolOperations = [listUserPools, listUserPoolClients]

function pageAfter<T extends { number: number }>(list: string, all: T[], size: number, token: string | undefined) {
  const start = positionOf(list, token)
  return cutPage(list, all.filter(({ number }) => number > start).slice(0, size + 1), size)
}
