import 'server-only'
import {
  DescribeIdentityCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  ListIdentitiesCommand,
  LookupDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { poolArn } from '../aws/pool-arn.ts'
import type { Cognito } from '../aws/send.ts'
import type { Connection } from '../config/schema.ts'
import { errorShape } from '../core/errors.ts'
import { readPool, readPoolPage, readTags } from '../pools/service.ts'
import { taggedProviders } from '../principal-tags/principal-tags.ts'
import type { TestedCall } from './tested-call.ts'
import { tryIam, tryUserPools, type TryCall } from './account-test-service.ts'

/** What the service says of a thing that is not there is an answer, too. */
const ANSWERS: ReadonlySet<string> = new Set(['NOT_FOUND', 'VALIDATION'])

/**
 * Tries every reading call of a connection in one Region, one after the other, on the first pool, identity, role and
 * user pool that there are. Nothing is changed, and no writing call is tried.
 */
export async function tryCalls(connection: Connection, cognito: Cognito, region: string): Promise<TestedCall[]> {
  const calls: TestedCall[] = []
  const attempt: TryCall = async (operation, call) => {
    if (call === null) {
      calls.push({ operation, outcome: 'not-tried', message: null, lacks: null })
      return null
    }
    try {
      const value = await call()
      calls.push({ operation, outcome: 'answered', message: null, lacks: null })
      return value
    } catch (error) {
      const { code, message, iamAction } = errorShape(error)
      const outcome = ANSWERS.has(code) ? 'answered' : 'refused'
      calls.push({ operation, outcome, message: outcome === 'refused' ? message : null, lacks: iamAction ?? null })
      return null
    }
  }
  const [pool] = (await attempt('ListIdentityPools', () => readPoolPage(cognito, region, undefined)))?.pools ?? []
  const named = pool ? { IdentityPoolId: pool.poolId } : null
  const detail = await attempt('DescribeIdentityPool', pool ? () => readPool(cognito, pool.poolId) : null)
  await attempt('GetIdentityPoolRoles', named && (() => cognito.send(new GetIdentityPoolRolesCommand(named))))
  const [provider] = detail ? taggedProviders(detail) : []
  const tags = named && provider !== undefined ? { ...named, IdentityProviderName: provider } : null
  await attempt(
    'GetPrincipalTagAttributeMap',
    tags && (() => cognito.send(new GetPrincipalTagAttributeMapCommand(tags))),
  )
  await attempt(
    'ListTagsForResource',
    pool ? async () => readTags(cognito, await poolArn(connection, pool.poolId)) : null,
  )
  const list = await attempt(
    'ListIdentities',
    named && (() => cognito.send(new ListIdentitiesCommand({ ...named, MaxResults: 1 }))),
  )
  const IdentityId = list?.Identities?.[0]?.IdentityId
  await attempt(
    'DescribeIdentity',
    IdentityId === undefined ? null : () => cognito.send(new DescribeIdentityCommand({ IdentityId })),
  )
  const user = named && IdentityId !== undefined ? { ...named, IdentityId } : null
  await attempt('LookupDeveloperIdentity', user && (() => cognito.send(new LookupDeveloperIdentityCommand(user))))
  await tryIam(connection, region, attempt)
  await tryUserPools(connection, region, attempt)
  return calls
}
