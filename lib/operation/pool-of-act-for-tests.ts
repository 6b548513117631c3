import {
  CreateIdentityPoolCommand,
  GetIdCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
  SetIdentityPoolRolesCommand,
  type CognitoIdentityClient,
} from '@aws-sdk/client-cognito-identity'
import { UnsecuredJWT } from 'jose'

export const connectionId = 'troubled'
export const GOOGLE = 'accounts.google.com'
export const DEVELOPER = 'login.test.example'
export const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`

export const googleToken = () =>
  new UnsecuredJWT({ iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app' }).setExpirationTime('1h').encode()

/** A pool with roles, a developer provider and a login provider. */
export async function makePool(service: CognitoIdentityClient) {
  const { IdentityPoolId = '' } = await service.send(
    new CreateIdentityPoolCommand({
      IdentityPoolName: 'Acted on',
      AllowUnauthenticatedIdentities: true,
      DeveloperProviderName: DEVELOPER,
      SupportedLoginProviders: { [GOOGLE]: 'app' },
    }),
  )
  const Roles = { authenticated: roleArn('User'), unauthenticated: roleArn('Guest') }
  await service.send(new SetIdentityPoolRolesCommand({ IdentityPoolId, Roles }))
  return { connectionId, poolId: IdentityPoolId }
}

/** The identity of a user of the developer provider, with a Google login where that is asked for. */
export async function signUp(service: CognitoIdentityClient, poolId: string, user: string, withGoogle = false) {
  const Logins = { [DEVELOPER]: user, ...(withGoogle ? { [GOOGLE]: googleToken() } : {}) }
  const command = new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: poolId, Logins })
  const { IdentityId = '' } = await service.send(command)
  return { connectionId, identityId: IdentityId }
}

/** The identity of somebody with a Google login alone. */
export async function signUpWithGoogle(service: CognitoIdentityClient, poolId: string) {
  const command = new GetIdCommand({ IdentityPoolId: poolId, Logins: { [GOOGLE]: googleToken() } })
  const { IdentityId = '' } = await service.send(command)
  return { connectionId, identityId: IdentityId }
}
