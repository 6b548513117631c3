import {
  CognitoIdentityClient,
  GetIdCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { requestHandler } from '../emulator/server/request-handler.ts'
import type { World } from '../emulator/state/world.ts'
import { createIdentityPool, updateIdentityPool } from '../pools/actions.ts'

export const providerName = 'login.test.example'
export const FACEBOOK = 'graph.facebook.com'

/** A pool that takes guests, users of a developer provider and logins of Facebook. */
export async function memberPoolForTests(developerProviderName = providerName) {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'People',
    allowUnauthenticated: true,
    developerProviderName,
  })
  if (!made.ok) throw new Error(made.error.message)
  const pool = { connectionId: 'test', poolId: made.value.poolId }
  const change = { loginProviders: { [FACEBOOK]: '123' } }
  const updated = await updateIdentityPool({ pool, seen: made.value.fingerprint, change })
  if (!updated.ok) throw new Error(updated.error.message)
  return pool
}

/** Signs people up in an emulator, as apps do. */
export function peopleForTests(world: World) {
  const client = new CognitoIdentityClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler(world),
  })
  return {
    /** Logins by provider; none make a guest. The identity's id. */
    async signUp(poolId: string, logins: Record<string, string>): Promise<string> {
      const { IdentityId = '' } =
        Object.keys(logins).length === 0
          ? await client.send(new GetIdCommand({ IdentityPoolId: poolId }))
          : await client.send(new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: poolId, Logins: logins }))
      return IdentityId
    },
    /** Adds logins to an identity, as an app does while its user is signed in. */
    link: (poolId: string, identityId: string, logins: Record<string, string>) =>
      client.send(
        new GetOpenIdTokenForDeveloperIdentityCommand({
          IdentityPoolId: poolId,
          IdentityId: identityId,
          Logins: logins,
        }),
      ),
    /** The identity of somebody who signs in with public logins alone. */
    async signIn(poolId: string, logins: Record<string, string>): Promise<string> {
      const { IdentityId = '' } = await client.send(new GetIdCommand({ IdentityPoolId: poolId, Logins: logins }))
      return IdentityId
    },
  }
}
