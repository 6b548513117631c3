import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readIdentity } from '../identities/service.ts'
import { AppError } from '../core/errors.ts'
import { isServiceLogin } from '../login-tokens/read-token.ts'
import type { SignIn } from './schema.ts'

/**
 * A test changes no identity that was there before: a guest that comes with a login would take it for good, or be
 * merged away. Errors: `CONFLICT`. An identity that cannot be found is for the service to refuse.
 */
export async function refuseLinking(cognito: Cognito, identityId: string, signIn: SignIn): Promise<void> {
  if (signIn === null || isServiceLogin(signIn.provider)) return
  const identity = await readIdentity(cognito, identityId).catch(nullWhenGone)
  if (identity?.state !== 'guest') return
  throw new AppError({
    code: 'CONFLICT',
    message:
      'This identity is a guest: with a login the service would link the login to it for good, or disable it in favour of the login’s own identity. A test changes no identity, so nothing was sent.',
    hint: 'Leave the identity ID out to test the login by itself, or test the identity as a guest.',
  })
}

function nullWhenGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null
  throw error
}
