import 'server-only'
import type { ErrorCode, ErrorShape } from '../core/errors.ts'
import { AppError } from '../core/errors.ts'
import type { Connection } from '../config/schema.ts'
import type { Effect } from './calls.ts'
import { delayAfterThrottle } from './limiter.ts'
import { iamAction, unsignedOperations } from './iam-action.ts'

/** What was called, for the sentences; `sent` is false when it never went out, `requestId` the one of its answer. */
export type Call = {
  operation: string
  region: string
  connection: Pick<Connection, 'id' | 'name' | 'accountId' | 'quotas'>
  effect: Effect
  sent?: boolean
  requestId?: string | null
}

const codeByName: Readonly<Record<string, ErrorCode>> = {
  AccessDenied: 'DENIED',
  AccessDeniedException: 'DENIED',
  NotAuthorizedException: 'DENIED',
  CredentialsProviderError: 'CREDENTIALS',
  ExpiredToken: 'CREDENTIALS',
  ExpiredTokenException: 'CREDENTIALS',
  IncompleteSignatureException: 'CREDENTIALS',
  InvalidClientTokenId: 'CREDENTIALS',
  InvalidSignatureException: 'CREDENTIALS',
  MissingAuthenticationTokenException: 'CREDENTIALS',
  UnrecognizedClientException: 'CREDENTIALS',
  ResourceNotFoundException: 'NOT_FOUND',
  NoSuchEntity: 'NOT_FOUND',
  NoSuchEntityException: 'NOT_FOUND',
  ConcurrentModificationException: 'CONFLICT',
  DeveloperUserAlreadyRegisteredException: 'CONFLICT',
  ResourceConflictException: 'CONFLICT',
  LimitExceededException: 'LIMIT',
  InvalidIdentityPoolConfigurationException: 'VALIDATION',
  InvalidParameterException: 'VALIDATION',
  SerializationException: 'VALIDATION',
  ValidationException: 'VALIDATION',
  Throttling: 'THROTTLED',
  ThrottlingException: 'THROTTLED',
  TooManyRequestsException: 'THROTTLED',
  ExternalServiceException: 'UNAVAILABLE',
  InternalErrorException: 'UNAVAILABLE',
  InternalFailure: 'UNAVAILABLE',
  ServiceUnavailable: 'UNAVAILABLE',
  ServiceUnavailableException: 'UNAVAILABLE',
  SyntaxError: 'UNAVAILABLE',
  TimeoutError: 'UNAVAILABLE',
  UnreadableAnswer: 'UNAVAILABLE',
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])
/** Codes of failures before anything was sent: a write certainly did not happen. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])
const NO_TRUST = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/

/** An SDK error as a sentence that an operator can act on. AWS errors are told apart by name, never by status. */
export function toAppError(error: unknown, call: Call): AppError {
  if (error instanceof AppError) return error
  const seen = read(error)
  const code = codeOf(seen, call)
  return new AppError({
    ...sentences(code, seen, call),
    code,
    awsName: seen.name,
    requestId: seen.requestId ?? call.requestId ?? null,
  })
}

type Seen = {
  name: string
  message: string
  requestId: string | null
  networkCode: string | null
  status: number | null
}

function read(error: unknown): Seen {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), requestId: null, networkCode: null, status: null }
  const { code, $metadata, Message } = error as Error & {
    code?: string
    Message?: string
    $metadata?: { requestId?: string; httpStatusCode?: number }
  }
  return {
    name: error.name.replace(/:.*$/, '').replace(/^.*#/, ''),
    message: error.message || Message || '',
    requestId: $metadata?.requestId ?? null,
    networkCode: code && (networkCodes.has(code) || NO_TRUST.test(code)) ? code : null,
    status: $metadata?.httpStatusCode ?? null,
  }
}

function codeOf(seen: Seen, call: Call): ErrorCode {
  const named = codeByName[seen.name]
  if (named && named !== 'UNAVAILABLE') return named
  if (call.effect === 'write' && mayHaveHappened(seen, call)) return 'UNKNOWN_OUTCOME'
  if (named ?? seen.networkCode ?? (seen.status !== null && seen.status >= 500)) return 'UNAVAILABLE'
  return 'UNEXPECTED'
}

/** A write that went out may have happened, unless the answer is a refusal. Only the service's own 503 says that nothing was begun. */
function mayHaveHappened({ name, message, status, networkCode }: Seen, { sent = true }: Call): boolean {
  if (!sent || NOT_BEGUN.has(name)) return false
  if (networkCode !== null) return !neverSent.has(networkCode) && !NO_TRUST.test(networkCode)
  if (name === 'TimeoutError') return !/establish/.test(message)
  if (UNREADABLE.has(name) || status === null) return true
  return status < 400 || (status >= 500 && status !== 503)
}

const NOT_BEGUN: ReadonlySet<string> = new Set([
  'ExternalServiceException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
])
/** The last two are of an answer that names no error, as one of a proxy. */
const UNREADABLE: ReadonlySet<string> = new Set(['SyntaxError', 'UnreadableAnswer', 'Unknown', 'UnknownError'])

function sentences(
  code: ErrorCode,
  seen: Seen,
  call: Call,
): Pick<ErrorShape, 'message' | 'hint' | 'iamAction' | 'retryAfter'> {
  const where = `${call.connection.name}, ${call.region}`
  switch (code) {
    case 'DENIED': {
      const byIam = seen.name !== 'NotAuthorizedException' && !unsignedOperations.has(call.operation)
      const action = iamAction(call.operation)
      return byIam
        ? {
            message: `AWS refused ${call.operation}. ${seen.message}`.trim(),
            hint: `Give this connection's credentials the IAM action ${action}, then try again.`,
            iamAction: action,
          }
        : { message: seen.message || `The service refused ${call.operation}.`, hint: null }
    }
    case 'CREDENTIALS':
      return {
        message: `The credentials of this connection were not accepted (${where}). ${seen.message}`.trim(),
        hint: 'Renew them (for example with "aws sso login"), or correct the connection\'s profile, role or keys, then try again.',
      }
    case 'THROTTLED':
      return {
        message: `${call.operation} is being throttled in ${call.region}: more calls than the account's quota allows.`,
        hint: call.effect === 'read' ? 'It is tried again by itself.' : 'Wait a moment, then try again.',
        retryAfter: delayAfterThrottle(call),
      }
    case 'UNAVAILABLE':
      return {
        message: `The service did not answer ${call.operation} (${where}). ${seen.message}`.trim(),
        hint: 'Check the network and the endpoint of this connection, then try again.',
      }
    case 'UNKNOWN_OUTCOME':
      return {
        message: unknownOutcome(seen, call.operation, where),
        hint: 'It may or may not have happened: reload and look before you repeat it.',
      }
    case 'NOT_FOUND':
      return {
        message: seen.message || `${call.operation} found nothing.`,
        hint: 'It may have been deleted meanwhile, or belong to another account or Region.',
      }
    case 'CONFLICT':
      return {
        message: seen.message || 'Something else changed this at the same time.',
        hint: 'Reload to see the present state, then try again.',
      }
    case 'LIMIT':
      return {
        message: seen.message || 'A quota of the account is used up.',
        hint: 'Remove what is no longer needed, or ask AWS for a higher quota.',
      }
    case 'UNEXPECTED':
      return {
        message: `${call.operation} failed in a way that Lifeguard does not know (${where}). ${seen.message}`.trim(),
        hint: 'Try again. If it happens again, the log has the details.',
      }
    default:
      return { message: seen.message || `${call.operation} failed.` }
  }
}

function unknownOutcome({ name, message, status }: Seen, operation: string, where: string): string {
  if (UNREADABLE.has(name) || (status !== null && status < 500))
    return `${operation} was sent, and its answer cannot be read (${where}).`
  return status === null
    ? `${operation} was sent, but no answer came (${where}).`
    : `${operation} was answered with an internal error of the service (${where}). ${message}`.trim()
}
