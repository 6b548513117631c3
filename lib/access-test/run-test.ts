import { errorShape, type ErrorShape } from '../core/errors.ts'
import { throttleDelay } from '../client/throttle.ts'
import type { Origin } from '../identities/origin.ts'
import type { SignIn } from './schema.ts'
import type { SessionKeys, SessionRole } from './session.ts'
import type { Subject, Wanted } from './subject.ts'

/**
 * One call of the test. `throttledUntil` is epoch milliseconds; the call is repeated then. `took` is how many milliseconds
 * the last attempt took, null for what came with another call.
 */
export type Step<T> =
  | { status: 'waiting' }
  | { status: 'running'; throttledUntil: number | null }
  | { status: 'answered'; value: T; took: number | null }
  | { status: 'refused'; error: ErrorShape; took: number }
  | { status: 'left-out'; why: string }

export type IdentityAnswer = { identityId: string; origin: Origin }
export type TokenAnswer = { identityId: string; token: string }
export type CredentialsAnswer = { identityId: string; keys: SessionKeys; role: SessionRole }

/** Where a test stands. It holds secrets: it lives in the page and is kept nowhere. */
export type TestRun = {
  identity: Step<IdentityAnswer>
  openIdToken: Step<TokenAnswer>
  credentials: Step<CredentialsAnswer>
}

/** The calls that a test makes; each throws an `AppError`. */
export type TestCalls = {
  describe: (identityId: string) => Promise<unknown>
  getId: (signIn: SignIn) => Promise<IdentityAnswer>
  signInDeveloper: (providerName: string, userIdentifier: string) => Promise<IdentityAnswer & { token: string }>
  getOpenIdToken: (identityId: string, signIn: SignIn) => Promise<TokenAnswer>
  getCredentials: (identityId: string, signIn: SignIn, customRoleArn: string | null) => Promise<CredentialsAnswer>
  /** Resolves after so many milliseconds, or at once when stopped. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  now: () => number
}

const ATTEMPTS = 5
const SERVICE = 'cognito-identity.amazonaws.com'
const NOT_ASKED = 'Not asked for.'
const NO_IDENTITY = 'There is no identity to ask it for.'

const waiting: TestRun = {
  identity: { status: 'waiting' },
  openIdToken: { status: 'waiting' },
  credentials: { status: 'waiting' },
}

/** Makes the calls of a test one after the other, repeating throttled ones, and tells of each. Ends early when stopped. */
export async function runTest(
  { subject, wanted }: { subject: Subject; wanted: Wanted },
  calls: TestCalls,
  changed: (run: TestRun) => void,
  signal: AbortSignal,
): Promise<void> {
  let run = waiting
  const update = (change: Partial<TestRun>) => {
    run = { ...run, ...change }
    if (!signal.aborted) changed(run)
  }
  const attempt = async <K extends keyof TestRun, T>(name: K, call: () => Promise<T>): Promise<T | null> => {
    const running = (throttledUntil: number | null) => update({ [name]: { status: 'running', throttledUntil } })
    for (let attempts = 1; !signal.aborted; attempts += 1) {
      running(null)
      const since = calls.now()
      try {
        const value = await call()
        update({ [name]: { status: 'answered', value, took: calls.now() - since } })
        return value
      } catch (error) {
        const delay = attempts < ATTEMPTS ? throttleDelay(error) : null
        if (delay === null) {
          update({ [name]: { status: 'refused', error: toldOnce(error), took: calls.now() - since } })
          return null
        }
        running(calls.now() + delay)
        await calls.wait(delay, signal)
      }
    }
    return null
  }

  const found = await attempt('identity', () => identityOf(subject, calls))
  if (found === null || signal.aborted) {
    const step = { status: 'left-out', why: NO_IDENTITY } as const
    return update({ openIdToken: step, credentials: step })
  }
  const { identityId, token } = found
  const signIn = signInOf(subject, token)
  if (token !== null) update({ openIdToken: { status: 'answered', value: { identityId, token }, took: null } })
  else if (wanted.openIdToken) await attempt('openIdToken', () => calls.getOpenIdToken(identityId, signIn))
  else update({ openIdToken: { status: 'left-out', why: NOT_ASKED } })
  if (!wanted.credentials) return update({ credentials: { status: 'left-out', why: NOT_ASKED } })
  const custom = subject.as === 'login' ? subject.customRoleArn : null
  await attempt('credentials', () => calls.getCredentials(identityId, signIn, custom))
}

/** A throttle that outlasts the attempts is not tried again, whatever its hint says. */
function toldOnce(error: unknown): ErrorShape {
  const shape = errorShape(error)
  return throttleDelay(error) === null
    ? shape
    : { ...shape, retryAfter: null, hint: `It was tried ${ATTEMPTS} times. Wait a minute, then test again.` }
}

async function identityOf(subject: Subject, calls: TestCalls): Promise<IdentityAnswer & { token: string | null }> {
  if (subject.as === 'developer') return calls.signInDeveloper(subject.providerName, subject.userIdentifier)
  const { identityId } = subject
  if (identityId === null) return { ...(await calls.getId(signInOf(subject, null))), token: null }
  await calls.describe(identityId)
  return { identityId, origin: { made: 'no', why: 'You gave its ID.' }, token: null }
}

/** A developer user signs in with the token that the service has just made for them. */
function signInOf(subject: Subject, developerToken: string | null): SignIn {
  if (developerToken !== null) return { provider: SERVICE, token: developerToken }
  return subject.as === 'login' ? { provider: subject.provider, token: subject.token } : null
}
