/** What an error of the SDK tells, whatever it is made of. */
export type SeenError = {
  /** Whoever threw it calls it so: AWS, the SDK or Node. */
  name: string
  /** The same where AWS named it. */
  awsName: string | null
  message: string
  requestId: string | null
  networkCode: string | null
  status: number | null
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const NO_TRUST = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|EPROTO$)/
const NO_HTTP = /^HPE_/

/** Whether a code says that the two sides did not agree on a safe connection, so that nothing was sent. */
export const isNoTrust = (networkCode: string): boolean => NO_TRUST.test(networkCode)
export const isNoHttp = (networkCode: string): boolean => NO_HTTP.test(networkCode)

/** Errors of the programming language and of libraries, and what the SDK calls an answer that names none. */
const NO_NAME_OF_AWS = new Set([
  'AbortError',
  'AggregateError',
  'CredentialsProviderError',
  'Error',
  'ProviderError',
  'RangeError',
  'SyntaxError',
  'TimeoutError',
  'TokenProviderError',
  'TypeError',
  'Unknown',
  'UnknownError',
  'UnreadableAnswer',
])
const NAME = /^[A-Za-z][\w.]{0,99}$/

/** Reads an error; a member that has not the form it should have counts as absent. */
export function seenError(error: unknown): SeenError {
  const { name, message, Message, code, $metadata } = (error instanceof Error ? error : {}) as Record<string, unknown>
  const metadata = (typeof $metadata === 'object' && $metadata !== null ? $metadata : {}) as Record<string, unknown>
  const plain = text(name).replace(/:.*$/s, '').replace(/^.*#/s, '')
  const network = text(code)
  return {
    name: plain,
    awsName: NAME.test(plain) && !NO_NAME_OF_AWS.has(plain) ? plain : null,
    message: text(message) || text(Message) || (error instanceof Error ? '' : text(error)),
    requestId: text(metadata['requestId']) || null,
    networkCode: NETWORK.has(network) || isNoTrust(network) || isNoHttp(network) ? network : null,
    status: typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : null,
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
