import { errorShape } from '#lib/core/errors.ts'
import { unwrap } from '#lib/core/result.ts'
import { describeIdentity } from '#lib/identities/actions.ts'

/** Whether the service knows an identity no more. Errors: as of the look. */
export async function isIdentityGone(identity: { connectionId: string; identityId: string }): Promise<boolean> {
  try {
    await unwrap(describeIdentity({ identity }))
    return false
  } catch (error) {
    if (errorShape(error).code === 'NOT_FOUND') return true
    throw error
  }
}
