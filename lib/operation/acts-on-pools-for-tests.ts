import {
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  ListTagsForResourceCommand,
  paginateListIdentityPools,
  TagResourceCommand,
  type CognitoIdentityClient,
} from '@aws-sdk/client-cognito-identity'
import { unwrap } from '../core/result.ts'
import { deleteIdentityPool } from '../pool-deletion/actions.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { listTagsForResource, tagResource, untagResource } from '../pools/tag-actions.ts'
import { getPrincipalTagAttributeMaps, setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import type { Act } from './acts-for-tests.ts'
import { connectionId, GOOGLE, makePool, roleArn } from './pool-of-act-for-tests.ts'

const arnOf = (poolId: string) => `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${poolId}`

const tagsOf = async (service: CognitoIdentityClient, poolId: string) =>
  (await service.send(new ListTagsForResourceCommand({ ResourceArn: arnOf(poolId) }))).Tags ?? {}

const poolsNamed = async (service: CognitoIdentityClient, name: string) => {
  const pages = await Array.fromAsync(paginateListIdentityPools({ client: service }, { MaxResults: 60 }))
  return pages.flatMap(({ IdentityPools = [] }) => IdentityPools.filter((pool) => pool.IdentityPoolName === name))
}

let made = 0

export const actsOnPools: Record<string, Act> = {
  createIdentityPool: {
    write: 'CreateIdentityPool',
    hasId: true,
    looks: [],
    async prepare(service) {
      const name = `Made ${(made += 1)}`
      return {
        perform: (id) => createIdentityPool({ connectionId, region: 'us-east-1', name }, id),
        isHeld: async () => (await poolsNamed(service, name)).length === 1,
      }
    },
  },
  updateIdentityPool: {
    write: 'UpdateIdentityPool',
    hasId: true,
    looks: [{ operation: 'DescribeIdentityPool', when: 'before' }],
    async prepare(service) {
      const pool = await makePool(service)
      const { fingerprint: seen } = await unwrap(describeIdentityPool({ pool }))
      const describe = new DescribeIdentityPoolCommand({ IdentityPoolId: pool.poolId })
      return {
        perform: (id) => updateIdentityPool({ pool, seen, change: { name: 'Renamed' } }, id),
        isHeld: async () => (await service.send(describe)).IdentityPoolName === 'Renamed',
      }
    },
  },
  deleteIdentityPool: {
    write: 'DeleteIdentityPool',
    isSilent: true,
    looks: [
      { operation: 'DescribeIdentityPool', when: 'before' },
      { operation: 'GetIdentityPoolRoles', when: 'aside' },
      { operation: 'GetPrincipalTagAttributeMap', when: 'aside' },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const describe = new DescribeIdentityPoolCommand({ IdentityPoolId: pool.poolId })
      return {
        perform: (id) => deleteIdentityPool({ pool }, id),
        isHeld: () =>
          service.send(describe).then(
            () => false,
            () => true,
          ),
      }
    },
  },
  setIdentityPoolRoles: {
    write: 'SetIdentityPoolRoles',
    isSilent: true,
    looks: [
      { operation: 'GetIdentityPoolRoles', when: 'before' },
      { operation: 'GetIdentityPoolRoles', when: 'aside', skip: 1 },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
      const roles = { authenticated: roleArn('Other'), unauthenticated: null, mappings: [] }
      const read = new GetIdentityPoolRolesCommand({ IdentityPoolId: pool.poolId })
      return {
        perform: (id) => setIdentityPoolRoles({ pool, seen, roles }, id),
        isHeld: async () => (await service.send(read)).Roles?.['authenticated'] === roleArn('Other'),
      }
    },
  },
  setPrincipalTagAttributeMap: {
    write: 'SetPrincipalTagAttributeMap',
    hasId: true,
    looks: [{ operation: 'GetPrincipalTagAttributeMap', when: 'before' }],
    async prepare(service) {
      const pool = await makePool(service)
      const [present] = await unwrap(getPrincipalTagAttributeMaps({ pool, providers: [GOOGLE] }))
      const input = { pool, provider: GOOGLE, seen: present?.fingerprint ?? null, useDefaults: false }
      const read = new GetPrincipalTagAttributeMapCommand({ IdentityPoolId: pool.poolId, IdentityProviderName: GOOGLE })
      return {
        perform: (id) => setPrincipalTagAttributeMap({ ...input, tags: { team: 'group' } }, id),
        isHeld: async () => (await service.send(read)).PrincipalTags?.['team'] === 'group',
      }
    },
  },
  tagResource: {
    write: 'TagResource',
    looks: [
      { operation: 'ListTagsForResource', when: 'before' },
      { operation: 'ListTagsForResource', when: 'aside', skip: 1 },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const { fingerprint: seen } = await unwrap(listTagsForResource({ pool }))
      return {
        perform: (id) => tagResource({ pool, seen, tags: { team: 'blue' } }, id),
        isHeld: async () => (await tagsOf(service, pool.poolId))['team'] === 'blue',
      }
    },
  },
  untagResource: {
    write: 'UntagResource',
    looks: [
      { operation: 'ListTagsForResource', when: 'before' },
      { operation: 'ListTagsForResource', when: 'aside', skip: 1 },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      await service.send(new TagResourceCommand({ ResourceArn: arnOf(pool.poolId), Tags: { team: 'blue' } }))
      const { fingerprint: seen } = await unwrap(listTagsForResource({ pool }))
      return {
        perform: (id) => untagResource({ pool, seen, keys: ['team'] }, id),
        isHeld: async () => Object.keys(await tagsOf(service, pool.poolId)).length === 0,
      }
    },
  },
}
