import 'server-only'
import type { ErrorCode, ErrorShape } from '../core/errors.ts'
import { AppError } from '../core/errors.ts'
import { defaultQuotas } from '../core/limits.ts'
import { iamAction, unsignedOperations } from './iam-action.ts'

/** What was called, for the sentences. */
export type Call = { operation: string; region: string; connectionName: string; effect: 'read' | 'write' }

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
  TimeoutError: 'UNAVAILABLE',
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

/** An SDK error as a sentence that an operator can act on. AWS errors are told apart by name, never by status. */
export function toAppError(error: unknown, call: Call): AppError {
  if (error instanceof AppError) return error
  const seen = read(error)
  const code = codeOf(seen, call)
  return new AppError({ ...sentences(code, seen, call), code, awsName: seen.name, requestId: seen.requestId })
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
    networkCode: code && networkCodes.has(code) ? code : null,
    status: $metadata?.httpStatusCode ?? null,
  }
}

function codeOf(seen: Seen, call: Call): ErrorCode {
  const named = codeByName[seen.name]
  if (named && named !== 'UNAVAILABLE') return named
  if (call.effect === 'write' && (unanswered(seen) || failedMidway(seen))) return 'UNKNOWN_OUTCOME'
  if (named ?? seen.networkCode ?? (seen.status !== null && seen.status >= 500)) return 'UNAVAILABLE'
  return 'UNEXPECTED'
}

const unanswered = ({ name, networkCode }: Seen): boolean =>
  name === 'TimeoutError' || (networkCode !== null && !neverSent.has(networkCode))

/** Only a 503 says that nothing was begun. */
const failedMidway = ({ name, status }: Seen): boolean =>
  name === 'InternalErrorException' ||
  name === 'InternalFailure' ||
  (!codeByName[name] && status !== null && status >= 500 && status !== 503)

function sentences(
  code: ErrorCode,
  seen: Seen,
  call: Call,
): Pick<ErrorShape, 'message' | 'hint' | 'iamAction' | 'retryAfter'> {
  const where = `${call.connectionName}, ${call.region}`
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
        retryAfter: retryAfter(call.operation),
      }
    case 'UNAVAILABLE':
      return {
        message: `The service did not answer ${call.operation} (${where}). ${seen.message}`.trim(),
        hint: 'Check the network and the endpoint of this connection, then try again.',
      }
    case 'UNKNOWN_OUTCOME':
      return {
        message: unanswered(seen)
          ? `${call.operation} was sent, but no answer came (${where}).`
          : `${call.operation} was answered with an internal error of the service (${where}). ${seen.message}`.trim(),
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

/** Two tokens' worth of the operation's quota, at least a second: long enough for the bucket to have refilled. */
function retryAfter(operation: string): number {
  const quota = defaultQuotas[operation] ?? 5
  return Math.max(1_000, Math.ceil(2_000 / quota)) + Math.floor(Math.random() * 250)
}
