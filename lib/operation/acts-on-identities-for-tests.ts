import {
  DescribeIdentityCommand,
  LookupDeveloperIdentityCommand,
  type CognitoIdentityClient,
} from '@aws-sdk/client-cognito-identity'
import {
  linkDeveloperIdentity,
  mergeDeveloperIdentities,
  unlinkDeveloperIdentity,
  unlinkLoginAsDeveloper,
} from '../developer-identities/actions.ts'
import { createDeveloperUser } from '../developer-identities/create-actions.ts'
import { uniteIdentities } from '../developer-identities/unite-actions.ts'
import { eraseIdentities } from '../erasure/actions.ts'
import { deleteIdentities, unlinkIdentity } from '../identities/actions.ts'
import type { Act } from './acts-for-tests.ts'
import {
  connectionId,
  DEVELOPER,
  GOOGLE,
  googleToken,
  makePool,
  signUp,
  signUpWithGoogle,
} from './pool-of-act-for-tests.ts'

const loginsOf = async (service: CognitoIdentityClient, identityId: string) =>
  (await service.send(new DescribeIdentityCommand({ IdentityId: identityId }))).Logins ?? []

/** The identity that a user leads to; null for none. */
const homeOf = (service: CognitoIdentityClient, poolId: string, user: string): Promise<string | null> =>
  service.send(new LookupDeveloperIdentityCommand({ IdentityPoolId: poolId, DeveloperUserIdentifier: user })).then(
    ({ IdentityId = null }) => IdentityId,
    () => null,
  )

/** An identity of one developer user, as somebody saw it. */
const seen = (userIdentifier: string, identityId: string) => ({
  userIdentifier,
  identityId,
  logins: [DEVELOPER],
  userIdentifiers: [userIdentifier],
})

export const actsOnIdentities: Record<string, Act> = {
  deleteIdentities: {
    write: 'DeleteIdentities',
    looks: [
      { operation: 'DescribeIdentityPool', when: 'aside' },
      { operation: 'DescribeIdentity', when: 'aside' },
      { operation: 'LookupDeveloperIdentity', when: 'aside' },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const { identityId } = await signUp(service, pool.poolId, 'ada')
      const input = { connectionId, region: 'us-east-1', pool, identityIds: [identityId], lookUp: true }
      return {
        perform: (id) => deleteIdentities(input, id),
        isHeld: () =>
          loginsOf(service, identityId).then(
            () => false,
            () => true,
          ),
      }
    },
  },
  eraseIdentities: {
    write: 'DeleteIdentities',
    looks: [
      { operation: 'DescribeIdentity', when: 'before' },
      { operation: 'LookupDeveloperIdentity', when: 'before' },
      { operation: 'DescribeIdentity', when: 'aside', skip: 1 },
    ],
    async prepare(service) {
      const { poolId } = await makePool(service)
      const { identityId } = await signUp(service, poolId, 'ada')
      const input = { connectionId, region: 'us-east-1', identityIds: [identityId], homes: [{ identityId, poolId }] }
      return {
        perform: (id) => eraseIdentities(input, id),
        isHeld: () =>
          loginsOf(service, identityId).then(
            () => false,
            () => true,
          ),
      }
    },
  },
  unlinkIdentity: {
    write: 'UnlinkIdentity',
    isSilent: true,
    looks: [{ operation: 'DescribeIdentity', when: 'before' }],
    async prepare(service) {
      const { poolId } = await makePool(service)
      const identity = await signUp(service, poolId, 'ada', true)
      const proof = { login: GOOGLE, provider: GOOGLE, token: googleToken(), disables: false }
      return {
        perform: (id) => unlinkIdentity({ identity, ...proof }, id),
        isHeld: async () => !(await loginsOf(service, identity.identityId)).includes(GOOGLE),
      }
    },
  },
  mergeDeveloperIdentities: {
    write: 'MergeDeveloperIdentities',
    hasId: true,
    looks: [
      { operation: 'LookupDeveloperIdentity', when: 'before' },
      { operation: 'DescribeIdentity', when: 'before', skip: 1 },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const { identityId } = await signUp(service, pool.poolId, 'ada')
      const other = await signUp(service, pool.poolId, 'ada@example.com')
      const source = seen('ada@example.com', other.identityId)
      const destination = seen('ada', identityId)
      return {
        perform: (id) => mergeDeveloperIdentities({ pool, providerName: DEVELOPER, source, destination }, id),
        isHeld: async () => (await homeOf(service, pool.poolId, 'ada@example.com')) === identityId,
      }
    },
  },
  unlinkDeveloperIdentity: {
    write: 'UnlinkDeveloperIdentity',
    isSilent: true,
    looks: [
      { operation: 'DescribeIdentity', when: 'before' },
      { operation: 'LookupDeveloperIdentity', when: 'before' },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const identity = await signUp(service, pool.poolId, 'ada')
      const input = { pool, identity, providerName: DEVELOPER, userIdentifier: 'ada', disables: true }
      return {
        perform: (id) => unlinkDeveloperIdentity(input, id),
        isHeld: async () => (await homeOf(service, pool.poolId, 'ada')) === null,
      }
    },
  },
  createDeveloperUser: {
    write: 'GetOpenIdTokenForDeveloperIdentity',
    hasId: true,
    looks: [{ operation: 'LookupDeveloperIdentity', when: 'before' }],
    async prepare(service) {
      const pool = await makePool(service)
      const input = { pool, providerName: DEVELOPER, userIdentifier: 'ada' }
      return {
        perform: (id) => createDeveloperUser(input, id),
        isHeld: async () => (await homeOf(service, pool.poolId, 'ada')) !== null,
      }
    },
  },
  linkDeveloperIdentity: {
    write: 'GetOpenIdTokenForDeveloperIdentity',
    hasId: true,
    looks: [],
    async prepare(service) {
      const pool = await makePool(service)
      const identity = await signUp(service, pool.poolId, 'ada')
      const input = { pool, identity, providerName: DEVELOPER, userIdentifier: 'ada@example.com' }
      return {
        perform: (id) => linkDeveloperIdentity(input, id),
        isHeld: async () => (await homeOf(service, pool.poolId, 'ada@example.com')) === identity.identityId,
      }
    },
  },
  uniteIdentities: {
    write: 'GetOpenIdTokenForDeveloperIdentity',
    hasId: true,
    looks: [
      { operation: 'LookupDeveloperIdentity', when: 'before' },
      { operation: 'DescribeIdentity', when: 'before' },
      { operation: 'DescribeIdentity', when: 'before', skip: 1 },
      { operation: 'GetId', when: 'before' },
      { operation: 'DescribeIdentity', when: 'aside', skip: 2 },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const { identityId } = await signUp(service, pool.poolId, 'ada')
      const source = { ...(await signUpWithGoogle(service, pool.poolId)), logins: [GOOGLE] }
      const input = { pool, providerName: DEVELOPER, destination: seen('ada', identityId), source }
      return {
        perform: (id) => uniteIdentities({ ...input, provider: GOOGLE, token: googleToken() }, id),
        isHeld: async () => (await loginsOf(service, identityId)).includes(GOOGLE),
      }
    },
  },
  unlinkLoginAsDeveloper: {
    write: 'UnlinkIdentity',
    isSilent: true,
    looks: [
      { operation: 'DescribeIdentity', when: 'before' },
      { operation: 'GetOpenIdTokenForDeveloperIdentity', when: 'before' },
    ],
    async prepare(service) {
      const pool = await makePool(service)
      const identity = await signUp(service, pool.poolId, 'ada', true)
      const input = { pool, identity, providerName: DEVELOPER, userIdentifier: 'ada', login: GOOGLE, disables: false }
      return {
        perform: (id) => unlinkLoginAsDeveloper(input, id),
        isHeld: async () => !(await loginsOf(service, identity.identityId)).includes(GOOGLE),
      }
    },
  },
}
