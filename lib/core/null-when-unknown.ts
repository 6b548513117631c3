import { AppError } from './errors.ts'

/** For a `catch`: null when the service does not know what was asked for in a pool that it knows. Errors: any other one. */
export function nullWhenUnknown(error: unknown): null {
  const { code = null, awsName = null, message = '' } = error instanceof AppError ? error.shape : {}
  if (code === 'NOT_FOUND' && awsName && !message.startsWith('IdentityPool ')) return null
  throw error
}
