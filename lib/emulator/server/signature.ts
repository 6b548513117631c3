import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { ServiceError } from '../state/errors.ts'

const ALGORITHM = 'AWS4-HMAC-SHA256'
const FORM =
  /^AWS4-HMAC-SHA256\s+Credential=([^/\s,]+)\/(\d{8})\/([^/\s,]+)\/([^/\s,]+)\/aws4_request,\s*SignedHeaders=([^\s,]+),\s*Signature=([0-9a-f]+)$/
const SKEW_SECONDS = 5 * 60
const IN_QUERY = 'X-Amz-Signature'

export interface Signature {
  /** As IAM calls the service: `cognito-identity`, `iam`, `sts`. */
  service: string
  keyId: string
  date: string
  region: string
  signedHeaders: string[]
  value: string
  /** When it was made, `20261120T000000Z`, and for how many seconds it is good. */
  time: string
  seconds: number
}

const invalid = (message: string) => new ServiceError('InvalidSignatureException', message)

/** That of a header, or of the query as presigned addresses have it. Null without one. Throws IncompleteSignatureException or InvalidSignatureException when it is not for this service. */
export function readSignature({ headers, url }: Request, service: string): Signature | null {
  const query = new URL(url).searchParams
  const header = headers.get('authorization') ?? headerOf(query)
  if (header === null) return null
  const [, keyId = '', date = '', region = '', scope, signedHeaders = '', value = ''] = FORM.exec(header.trim()) ?? []
  if (!keyId) {
    throw new ServiceError(
      'IncompleteSignatureException',
      'The Authorization header is not a well-formed Signature Version 4 header.',
    )
  }
  if (scope !== service) throw invalid(`Credential should be scoped to correct service: '${service}'.`)
  const time = headers.get('x-amz-date') ?? query.get('X-Amz-Date') ?? ''
  const seconds = Number(query.get('X-Amz-Expires') ?? SKEW_SECONDS)
  return { service, keyId, date, region, signedHeaders: signedHeaders.split(';'), value, time, seconds }
}

/** The parts of a presigned address as the header would have them. */
function headerOf(query: URLSearchParams): string | null {
  if (!query.has(IN_QUERY)) return null
  const [algorithm, credential, signed, value] = ['Algorithm', 'Credential', 'SignedHeaders', 'Signature'].map((name) =>
    query.get(`X-Amz-${name}`),
  )
  return `${algorithm} Credential=${credential}, SignedHeaders=${signed}, Signature=${value}`
}

/** Throws UnrecognizedClientException without a secret, InvalidSignatureException for a wrong signature. */
export function verifySignature(signature: Signature, request: Request, body: Uint8Array, secret: string | undefined) {
  if (secret === undefined) {
    throw new ServiceError('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  refuseStale(signature)
  const expected = Buffer.from(sign(signature, request, body, secret))
  const given = Buffer.from(signature.value)
  if (given.length !== expected.length || !timingSafeEqual(expected, given)) {
    throw invalid(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    )
  }
}

function refuseStale({ time, date, seconds }: Signature) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(at) || !time.startsWith(date))
    throw invalid('Date in Credential scope does not match the date of the request.')
  const age = (Date.now() - at) / 1000
  if (age < -SKEW_SECONDS || age > Math.max(seconds, 0))
    throw invalid(`Signature expired or not yet current: ${time} is too far from now.`)
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

function sign(
  { service, date, region, signedHeaders, time }: Signature,
  request: Request,
  body: Uint8Array,
  secret: string,
): string {
  const { pathname, searchParams } = new URL(request.url)
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...searchParams]
    .filter(([name]) => name !== IN_QUERY)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers.get(name) ?? '').trim().replace(/ +/g, ' ')}\n`,
  )
  const canonical = ['POST', pathname, query, headers.join(''), signedHeaders.join(';'), sha256(body)].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const text = [ALGORITHM, time, scope, sha256(canonical)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${secret}`))
  return hmac(key, text).toString('hex')
}
