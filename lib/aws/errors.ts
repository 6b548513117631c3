import 'server-only'
import type { ErrorCode, ErrorShape } from '../core/errors.ts'
import { AppError } from '../core/errors.ts'
import type { Connection } from '../config/schema.ts'
import type { Effect } from './calls.ts'
import { delayAfterThrottle } from './limiter.ts'
import { readableMessage } from './readable-message.ts'
import { absenceHint, conflictHint, denialHint, refusedValueHint } from './refusal-hints.ts'
import { isNoTrust, seenError, type SeenError } from './seen-error.ts'
import { transportFault } from './transport-faults.ts'

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
  RequestExpired: 'CREDENTIALS',
  RequestTimeTooSkewed: 'CREDENTIALS',
  SignatureDoesNotMatch: 'CREDENTIALS',
  UnrecognizedClientException: 'CREDENTIALS',
  ResourceNotFoundException: 'NOT_FOUND',
  NoSuchEntity: 'NOT_FOUND',
  NoSuchEntityException: 'NOT_FOUND',
  ConcurrentModificationException: 'UNAVAILABLE',
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

/** Codes of failures before anything was sent: a write certainly did not happen. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** An SDK error as a sentence that an operator can act on. AWS errors are told apart by name, never by status. */
export function toAppError(error: unknown, call: Call): AppError {
  if (error instanceof AppError) return error
  const seen = seenError(error)
  const code = codeOf(seen, call)
  return new AppError({
    ...sentences(code, { ...seen, message: readableMessage(seen.message) }, call),
    code,
    awsName: seen.awsName,
    requestId: seen.requestId ?? call.requestId ?? null,
  })
}

function codeOf(seen: SeenError, call: Call): ErrorCode {
  const named = Object.hasOwn(codeByName, seen.name) ? codeByName[seen.name] : undefined
  if (named && named !== 'UNAVAILABLE') return named
  if (call.effect === 'write' && mayHaveHappened(seen, call)) return 'UNKNOWN_OUTCOME'
  if (named ?? seen.networkCode ?? (seen.status !== null && seen.status >= 500)) return 'UNAVAILABLE'
  return 'UNEXPECTED'
}

/** A write that went out may have happened, unless the answer is a refusal. Only the service's own 503 says that nothing was begun. */
function mayHaveHappened({ name, message, status, networkCode }: SeenError, { sent = true }: Call): boolean {
  if (!sent || NOT_BEGUN.has(name)) return false
  if (networkCode !== null) return !neverSent.has(networkCode) && !isNoTrust(networkCode)
  if (name === 'TimeoutError') return !/establish/.test(message)
  if (UNREADABLE.has(name) || status === null) return true
  return status < 400 || (status >= 500 && status !== 503)
}

const NOT_BEGUN: ReadonlySet<string> = new Set([
  'ConcurrentModificationException',
  'ExternalServiceException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
])
const OF_TIME: ReadonlySet<string> = new Set(['RequestExpired', 'RequestTimeTooSkewed'])
/** The last two are of an answer that names no error, as one of a proxy. */
const UNREADABLE: ReadonlySet<string> = new Set(['SyntaxError', 'UnreadableAnswer', 'Unknown', 'UnknownError'])

type Sentences = Pick<ErrorShape, 'message' | 'hint' | 'iamAction' | 'retryAfter'>

function sentences(code: ErrorCode, seen: SeenError, call: Call): Sentences {
  const { operation, region, connection, effect } = call
  const where = `${connection.name}, ${region}`
  switch (code) {
    case 'DENIED': {
      const { hint, lacks } = denialHint(seen, operation)
      return lacks === null
        ? { message: seen.message || `The service refused ${operation}.`, hint }
        : { message: `AWS refused ${operation}. ${seen.message}`.trim(), hint, iamAction: lacks }
    }
    case 'CREDENTIALS':
      return isOfTime(seen)
        ? { message: `AWS refused the time of the request (${where}). ${seen.message}`.trim(), hint: SET_THE_CLOCK }
        : {
            message: `The credentials of this connection were not accepted (${where}). ${seen.message}`.trim(),
            hint: 'Renew them (for example with "aws sso login"), or correct the connection\'s profile, role or keys, then try again.',
          }
    case 'THROTTLED':
      return {
        message: `AWS is busy: it takes no more calls of ${operation} in ${region} for the moment.`,
        hint:
          effect === 'read' ? 'It is tried again by itself.' : 'Nothing was changed. Wait a moment, then try again.',
        retryAfter: delayAfterThrottle(call),
      }
    case 'UNAVAILABLE':
      return unavailable(seen, operation, where)
    case 'UNKNOWN_OUTCOME':
      return {
        message: unknownOutcome(seen, operation, where),
        hint: 'It may or may not have happened: look before you repeat it.',
      }
    case 'NOT_FOUND':
      return { message: seen.message || `${operation} found nothing.`, hint: absenceHint(seen, operation) }
    case 'CONFLICT':
      return { message: seen.message || 'Something else changed this at the same time.', hint: conflictHint(seen) }
    case 'LIMIT':
      return {
        message: seen.message || 'A quota of the account is used up.',
        hint: 'Remove what is no longer needed, or ask AWS for a higher quota.',
      }
    case 'UNEXPECTED':
      return unexpected(seen, operation, where)
    default:
      return { message: seen.message || `${operation} failed.`, hint: refusedValueHint(seen) }
  }
}

const SET_THE_CLOCK = 'Set the clock of the machine that runs Lifeguard, then try again: AWS bears five minutes.'
const CHECK_THE_NETWORK = 'Check the network and the endpoint of this connection, then try again.'

/** Signatures are good for some minutes only, by the clock of AWS. */
const isOfTime = ({ name, message }: SeenError): boolean =>
  OF_TIME.has(name) || /^Signature (?:expired|not yet current)/i.test(message)

function unavailable(seen: SeenError, operation: string, where: string): Sentences {
  const { name, message } = seen
  const fault = transportFault(seen)
  if (fault) return { ...fault, message: `The service did not answer ${operation} (${where}). ${fault.message}` }
  if (name === 'ConcurrentModificationException')
    return {
      message: `AWS is still busy with another change, so ${operation} was not begun (${where}). ${message}`.trim(),
      hint: 'Nothing was changed. Wait a moment, then try again.',
    }
  if (name === 'ExternalServiceException')
    return {
      message: `AWS could not reach the login provider for ${operation}. ${message}`.trim(),
      hint: 'Nothing is wrong with this connection. Try again in some minutes; if it stays so, ask whoever runs the login provider.',
    }
  if (UNREADABLE.has(name))
    return {
      message: `What answers at the endpoint does not answer ${operation} as AWS does (${where}).`,
      hint: 'Check the endpoint of this connection: a proxy may stand before it, or the server there does not know this operation.',
    }
  return seen.status === null
    ? { message: `The service did not answer ${operation} (${where}). ${message}`.trim(), hint: CHECK_THE_NETWORK }
    : {
        message: `The service failed at ${operation} (${where}). ${message}`.trim(),
        hint: 'The fault is on the side of the service. Try again; if it stays so, look at the AWS Health Dashboard.',
      }
}

function unexpected({ awsName, message }: SeenError, operation: string, where: string): Sentences {
  return awsName === 'UnknownOperationException'
    ? {
        message: `The server at the endpoint does not know ${operation} (${where}).`,
        hint: 'Check the endpoint of this connection: this server is not AWS, or an emulator without this operation.',
      }
    : {
        message: `${operation} failed in a way that Lifeguard does not know (${where}). ${message}`.trim(),
        hint: 'Try again. If it happens again, the log has the details.',
      }
}

function unknownOutcome({ name, message, status }: SeenError, operation: string, where: string): string {
  if (UNREADABLE.has(name) || (status !== null && status < 500))
    return `${operation} was sent, and its answer cannot be read (${where}).`
  return status === null
    ? `${operation} was sent, but no answer came (${where}).`
    : `${operation} was answered with an internal error of the service (${where}). ${message}`.trim()
}
