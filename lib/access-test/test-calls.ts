import { describeIdentity } from '../identities/actions.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { getCredentialsForIdentity, getId, getOpenIdToken, testDeveloperSignIn } from './actions.ts'
import type { TestCalls } from './run-test.ts'

/** The calls of a test in a pool. They bypass the query client, so that no secret stays in its cache. */
export function testCalls(pool: PoolRef): Omit<TestCalls, 'wait' | 'now'> {
  const ref = (identityId: string) => ({ connectionId: pool.connectionId, identityId })
  return {
    describe: (identityId) => unwrap(describeIdentity({ identity: ref(identityId) })),
    getId: (signIn) => unwrap(getId({ pool, signIn })),
    signInDeveloper: (providerName, userIdentifier) =>
      unwrap(testDeveloperSignIn({ pool, providerName, userIdentifier })),
    getOpenIdToken: (identityId, signIn) => unwrap(getOpenIdToken({ pool, identity: ref(identityId), signIn })),
    getCredentials: (identityId, signIn, customRoleArn) =>
      unwrap(
        getCredentialsForIdentity({
          pool,
          identity: ref(identityId),
          signIn,
          customRoleArn: customRoleArn ?? undefined,
        }),
      ),
  }
}
