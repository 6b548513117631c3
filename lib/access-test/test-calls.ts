import { describeIdentity } from '../identities/actions.ts'
import { newOperationId, stepId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { write, type WriteAction } from '../operation/write.ts'
import { getCredentialsForIdentity, getId, getOpenIdToken, testDeveloperSignIn } from './actions.ts'
import type { TestCalls } from './run-test.ts'

/** The calls of one test in a pool. They bypass the query client, so that no secret stays in its cache. */
export function testCalls(pool: PoolRef): Omit<TestCalls, 'wait' | 'now'> {
  const operationId = newOperationId()
  let step = 0
  const send = <I, O>(action: WriteAction<I, O>, input: I) => write(action, input, stepId(operationId, step++))
  const ref = (identityId: string) => ({ connectionId: pool.connectionId, identityId })
  return {
    describe: (identityId) => unwrap(describeIdentity({ identity: ref(identityId) })),
    getId: (signIn) => send(getId, { pool, signIn }),
    signInDeveloper: (providerName, userIdentifier) =>
      send(testDeveloperSignIn, { pool, providerName, userIdentifier }),
    getOpenIdToken: (identityId, signIn) => send(getOpenIdToken, { pool, identity: ref(identityId), signIn }),
    getCredentials(identityId, signIn, customRoleArn) {
      const input = { pool, identity: ref(identityId), signIn, customRoleArn: customRoleArn ?? undefined }
      return send(getCredentialsForIdentity, input)
    },
  }
}
