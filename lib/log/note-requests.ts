import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import type { Logger } from 'pino'
import { sourceAddress } from '../security/source-address.ts'
import { newRequestId } from './own-request.ts'
import { ADDRESS_HEADER, REQUEST_ID_HEADER } from './request-facts.ts'
import { plainPath } from './plain-path.ts'

type Begun = { request: IncomingMessage; response: ServerResponse; server: object }
type Settings = {
  log: Logger
  /** Whom `X-Forwarded-For` is believed of. */
  proxies: BlockList
  /** Of a server other than this none is noted. */
  server?: object
}

/** What asks or fetches all the time and tells little. */
const QUIET = /^\/(_next\/static\/|api\/(health|ready|metrics)$)/

/**
 * Gives each HTTP request of this process an id and its source address, in headers that replace whatever its sender
 * put there, and writes a line for it when it has ended. Node tells of a request before anybody else hears it.
 */
export function noteRequests({ log, proxies, server }: Settings): void {
  subscribe('http.server.request.start', (message) => {
    const begun = message as Begun
    if (server === undefined || begun.server === server) note(begun, log, proxies)
  })
}

function note({ request, response }: Begun, log: Logger, proxies: BlockList) {
  const began = performance.now()
  const requestId = newRequestId()
  const socket = request.socket.remoteAddress
  const forwardedFor = String(request.headers['x-forwarded-for'] ?? '')
  const address = socket === undefined ? null : sourceAddress({ socket, forwardedFor }, proxies)
  setHeader(request, REQUEST_ID_HEADER, requestId)
  setHeader(request, ADDRESS_HEADER, address)
  const { method } = request
  const path = plainPath(request.url ?? '')
  response.once('close', () => {
    const ms = Math.round(performance.now() - began)
    const isWhole = response.writableFinished
    const level = QUIET.test(path) && response.statusCode < 400 ? 'debug' : 'info'
    const line = { requestId, method, path, status: response.statusCode, ms, address, ...(!isWhole && { isCut: true }) }
    log[level](line, 'Answered')
  })
}

/** In every form in which Node hands headers out; the parsed ones first, since they are parsed when they are asked for. */
function setHeader(request: IncomingMessage, name: string, value: string | null) {
  const { headers, headersDistinct, rawHeaders } = request
  delete headers[name]
  delete headersDistinct[name]
  if (value !== null) {
    headers[name] = value
    headersDistinct[name] = [value]
  }
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, at) => rawHeaders.slice(2 * at, 2 * at + 2))
  const others = pairs.filter(([given]) => given?.toLowerCase() !== name)
  request.rawHeaders = [...others.flat(), ...(value === null ? [] : [name, value])]
}
