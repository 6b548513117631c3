import type { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { GOOGLE, googleToken, openPool } from '../serve-for-tests.ts'

export const DEVELOPER = 'login.example'

export const google = (sub: string) => ({ [GOOGLE]: googleToken(sub) })
export const conflict = { name: 'ResourceConflictException' }
export const notFound = { name: 'ResourceNotFoundException' }
export const unsupported = {
  name: 'InvalidParameterException',
  message: 'This identity pool does not support the specified developer provider',
}

/** What tests of developer identities do again and again. */
export function developerUsers(aws: CognitoIdentity) {
  const register = (
    IdentityPoolId: string,
    user: string,
    more: { IdentityId?: string | undefined; Logins?: Record<string, string> } = {},
  ) =>
    aws.getOpenIdTokenForDeveloperIdentity({
      IdentityPoolId,
      IdentityId: more.IdentityId,
      Logins: { [DEVELOPER]: user, ...more.Logins },
    })
  return {
    async createPool(input: object = {}) {
      const { IdentityPoolId = '' } = await aws.createIdentityPool({ ...openPool, ...input })
      return IdentityPoolId
    },
    register,
    idOf: async (IdentityPoolId: string, user: string, Logins: Record<string, string> = {}) =>
      (await register(IdentityPoolId, user, { Logins })).IdentityId ?? '',
    loginsOf: async (IdentityId: string) => (await aws.describeIdentity({ IdentityId })).Logins,
    usersOf: async (IdentityPoolId: string, IdentityId: string) =>
      (await aws.lookupDeveloperIdentity({ IdentityPoolId, IdentityId })).DeveloperUserIdentifierList,
  }
}
