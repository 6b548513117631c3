import { ListIdentitiesCommand, ListIdentityPoolsCommand } from '@aws-sdk/client-cognito-identity'
import type { Emulator } from '../../e2e/fixtures/emulator.ts'
import type { Place } from './pages.ts'
import { POOL } from './ways.ts'

const RULES_POOL = 'Field Survey Prototype'

/** Where the pages of the demonstration are. */
export async function placeOf(emulator: Emulator): Promise<Place> {
  const client = emulator.client('us-east-1')
  const { IdentityPools = [] } = await client.send(new ListIdentityPoolsCommand({ MaxResults: 60 }))
  const idOf = (name: string) => IdentityPools.find((one) => one.IdentityPoolName === name)?.IdentityPoolId ?? ''
  const poolId = idOf(POOL)
  const { Identities = [] } = await client.send(new ListIdentitiesCommand({ IdentityPoolId: poolId, MaxResults: 1 }))
  return { connectionId: 'demo', poolId, identityId: Identities[0]?.IdentityId ?? '', rulesPoolId: idOf(RULES_POOL) }
}
