import {
  CognitoIdentityClient,
  CreateIdentityPoolCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { requestHandler } from '../emulator/server/request-handler.ts'
import type { World } from '../emulator/state/world.ts'

/** Pools with a developer provider and people in them, in an emulator. */
export function personForTests(world: World, region = 'us-east-1') {
  const client = new CognitoIdentityClient({
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler(world),
  })
  const provider = 'login.people.example'
  async function pool(name = 'People') {
    const made = await client.send(
      new CreateIdentityPoolCommand({
        IdentityPoolName: name,
        AllowUnauthenticatedIdentities: true,
        DeveloperProviderName: provider,
      }),
    )
    return { poolId: made.IdentityPoolId ?? '', provider }
  }
  /** An identity under several identifiers of a pool. */
  async function join(poolId: string, users: readonly string[]): Promise<string> {
    let identityId: string | undefined
    for (const user of users) {
      const answer = await client.send(
        new GetOpenIdTokenForDeveloperIdentityCommand({
          IdentityPoolId: poolId,
          IdentityId: identityId,
          Logins: { [provider]: user },
        }),
      )
      identityId = answer.IdentityId
    }
    return identityId ?? ''
  }
  return {
    client,
    pool,
    join,
    /** A new pool with one identity for each list of identifiers. */
    async signUp(...people: string[][]) {
      const home = await pool()
      const identityIds: string[] = []
      for (const users of people) identityIds.push(await join(home.poolId, users))
      return { pool: home, identityIds, client }
    },
  }
}
