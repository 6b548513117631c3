import { describeIdentity } from '../identities/actions.ts'
import { errorShape, type ErrorCode } from '../core/errors.ts'
import { newOperationId, stepId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { write, type WriteAction } from '../operation/write.ts'
import { getCredentialsForIdentity, getId, getOpenIdToken, testDeveloperSignIn } from './actions.ts'
import type { TestCalls } from './run-test.ts'

/** Who was to sign in, and the first attempt at it whose answer was lost. It holds secrets: it lives in the page. */
export type LostAttempts = Map<string, string>

/**
 * The calls of one test in a pool. They bypass the query client, so that no secret stays in its cache. `lost`: what
 * earlier tests of the page left open.
 */
export function testCalls(pool: PoolRef, lost: LostAttempts): Omit<TestCalls, 'wait' | 'now'> {
  const operationId = newOperationId()
  let step = 0
  const send = <I, O>(action: WriteAction<I, O>, input: I) => write(action, input, stepId(operationId, step++))
  /** Names the first attempt whose answer was lost: what that made was not there before. */
  const signingIn = async <I, O>(action: WriteAction<I, O>, who: string, input: (afterLost?: string) => I) => {
    const id = stepId(operationId, step++)
    try {
      return await write(action, input(lost.get(who)), id)
    } catch (error) {
      if (LOST.has(errorShape(error).code) && !lost.has(who)) lost.set(who, id)
      throw error
    }
  }
  const ref = (identityId: string) => ({ connectionId: pool.connectionId, identityId })
  return {
    describe: (identityId) => unwrap(describeIdentity({ identity: ref(identityId) })),
    getId: (signIn) => signingIn(getId, JSON.stringify(signIn), (afterLost) => ({ pool, signIn, afterLost })),
    signInDeveloper: (providerName, userIdentifier) =>
      signingIn(testDeveloperSignIn, JSON.stringify([providerName, userIdentifier]), (afterLost) => ({
        pool,
        providerName,
        userIdentifier,
        afterLost,
      })),
    getOpenIdToken: (identityId, signIn) => send(getOpenIdToken, { pool, identity: ref(identityId), signIn }),
    getCredentials(identityId, signIn, customRoleArn) {
      const input = { pool, identity: ref(identityId), signIn, customRoleArn: customRoleArn ?? undefined }
      return send(getCredentialsForIdentity, input)
    },
  }
}

const LOST: ReadonlySet<ErrorCode> = new Set(['UNKNOWN_OUTCOME', 'NOT_READ_BACK'])
