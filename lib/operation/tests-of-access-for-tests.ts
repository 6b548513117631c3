import { ListIdentitiesCommand, type CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import { getCredentialsForIdentity, getId, getOpenIdToken, testDeveloperSignIn } from '../access-test/actions.ts'
import { traceToken } from '../login-tokens/actions.ts'
import type { Act } from './acts-for-tests.ts'
import { DEVELOPER, GOOGLE, googleToken, makePool, signUpWithGoogle } from './pool-of-act-for-tests.ts'

const identitiesOf = async (service: CognitoIdentityClient, poolId: string) =>
  (await service.send(new ListIdentitiesCommand({ IdentityPoolId: poolId, MaxResults: 60 }))).Identities ?? []

const googleSignIn = () => ({ provider: GOOGLE, token: googleToken() })

export const testsOfAccess: Record<string, Act> = {
  getId: {
    write: 'GetId',
    hasId: true,
    looks: [{ operation: 'DescribeIdentity', when: 'aside' }],
    async prepare(service) {
      const pool = await makePool(service)
      return {
        perform: (id) => getId({ pool, signIn: googleSignIn() }, id),
        isHeld: async () => (await identitiesOf(service, pool.poolId)).length === 1,
      }
    },
  },
  traceToken: {
    write: 'GetId',
    hasId: true,
    looks: [{ operation: 'DescribeIdentity', when: 'aside' }],
    async prepare(service) {
      const pool = await makePool(service)
      return {
        perform: (id) => traceToken({ pool, ...googleSignIn() }, id),
        isHeld: async () => (await identitiesOf(service, pool.poolId)).length === 1,
      }
    },
  },
  testDeveloperSignIn: {
    write: 'GetOpenIdTokenForDeveloperIdentity',
    hasId: true,
    looks: [{ operation: 'LookupDeveloperIdentity', when: 'aside' }],
    async prepare(service) {
      const pool = await makePool(service)
      return {
        perform: (id) => testDeveloperSignIn({ pool, providerName: DEVELOPER, userIdentifier: 'ada' }, id),
        isHeld: async () => (await identitiesOf(service, pool.poolId)).length === 1,
      }
    },
  },
  getOpenIdToken: {
    write: 'GetOpenIdToken',
    hasId: true,
    looks: [{ operation: 'DescribeIdentity', when: 'before' }],
    async prepare(service) {
      const pool = await makePool(service)
      const identity = await signUpWithGoogle(service, pool.poolId)
      return { perform: (id) => getOpenIdToken({ pool, identity, signIn: googleSignIn() }, id), isHeld: null }
    },
  },
  getCredentialsForIdentity: {
    write: 'GetCredentialsForIdentity',
    hasId: true,
    looks: [{ operation: 'DescribeIdentity', when: 'before' }],
    async prepare(service) {
      const pool = await makePool(service)
      const identity = await signUpWithGoogle(service, pool.poolId)
      return {
        perform: (id) => getCredentialsForIdentity({ pool, identity, signIn: googleSignIn() }, id),
        isHeld: null,
      }
    },
  },
}
