import { errorShape } from '#lib/core/errors.ts'

/** A refused link with what to do about it here. The page says itself what is left when the user leads elsewhere. */
export function linkFailure(error: unknown, withToken: boolean): unknown {
  if (!error) return error
  const shape = errorShape(error)
  if (shape.awsName === 'DeveloperUserAlreadyRegisteredException') return { ...shape, hint: null }
  if (shape.awsName === 'NotAuthorizedException' && /logins don't match/i.test(shape.message))
    return {
      ...shape,
      hint: withToken
        ? 'The token is of somebody else than the login of this identity: ask for one of this person.'
        : 'Paste a token of a login of this identity below, then link again.',
    }
  return shape
}
