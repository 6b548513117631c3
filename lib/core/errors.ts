/**
 * The closed set of failures that the console knows.
 * `UNKNOWN_OUTCOME`: a write was sent and no answer came, so it may or may not have happened. `NOT_READ_BACK`: a write
 * was done, and what came of it is not known. `SIGNED_OUT`: nobody known asks. `REAUTHENTICATE`: the sign-in is too old
 * for this act. `RUNNING`: the same operation is under way already.
 */
export type ErrorCode =
  | 'VALIDATION'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'LIMIT'
  | 'DENIED'
  | 'CREDENTIALS'
  | 'FORBIDDEN'
  | 'SIGNED_OUT'
  | 'REAUTHENTICATE'
  | 'READ_ONLY'
  | 'THROTTLED'
  | 'UNAVAILABLE'
  | 'UNKNOWN_OUTCOME'
  | 'NOT_READ_BACK'
  | 'RUNNING'
  | 'UPDATED'
  | 'UNEXPECTED'

/** A failure as it crosses the wire. */
export type ErrorShape = {
  code: ErrorCode
  /** One sentence: what happened. */
  message: string
  /** What to do next. */
  hint?: string | null
  /** AWS's own name of the error, such as `ResourceNotFoundException`. */
  awsName?: string | null
  /** The IAM action that the caller lacks, such as `cognito-identity:ListIdentities`. */
  iamAction?: string | null
  /** The service's request id. */
  requestId?: string | null
  /** Where the server's log tells more about an unexpected failure. */
  reference?: string | null
  /** Milliseconds to wait before another attempt; with `THROTTLED` only. */
  retryAfter?: number | null
  /** The answer of the Lifeguard server itself was lost on the way. */
  lost?: boolean | null
  /** Messages by input field, dotted path. */
  fields?: Record<string, string> | null
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly shape: ErrorShape
  /** Epoch milliseconds. */
  readonly raisedAt = Date.now()

  constructor(shape: ErrorShape, options?: ErrorOptions) {
    super(shape.message, options)
    this.shape = shape
  }

  get code(): ErrorCode {
    return this.shape.code
  }
}

/** Anything caught, as something that can be drawn. */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof AppError) return error.shape
  if (isShape(error)) return error
  return {
    code: 'UNEXPECTED',
    message: 'Something unexpected happened in this page.',
    hint: 'Reload the page and try again.',
  }
}

/** Whether the Lifeguard server itself did not answer. */
export const isUnanswered = (error: unknown): boolean => errorShape(error).lost === true

/** A failure that came with the document. */
const isShape = (error: unknown): error is ErrorShape =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error && 'message' in error
