import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Why a request comes no further. */
export type RefusedRequest = { status: number; text: string; headers: Record<string, string> }

type Begun = { server: Server }
type Settings = {
  /** Asked of each request that brings a body; null lets it through. */
  refusalOf: (request: IncomingMessage) => Promise<RefusedRequest | null>
  /** Of a server other than this none is asked. */
  server?: object
}

const WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS']

/**
 * Answers whoever is refused before anything reads the body that they send: the framework would hold each of them in
 * memory until the proxy has decided. Node tells of a server's first request before the framework hears it.
 */
export function refuseUnread({ refusalOf, server }: Settings): void {
  const guarded = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const begun = (message as Begun).server
    if (guarded.has(begun) || (server !== undefined && begun !== server) || isOfThisMachine(begun)) return
    guarded.add(begun)
    guardServer(begun, refusalOf)
  })
}

/** Commands come by a socket in the data directory, which only its owner can open. */
const isOfThisMachine = (server: Server) => typeof server.address() === 'string'

function guardServer(server: Server, refusalOf: Settings['refusalOf']) {
  const emit = server.emit.bind(server)
  const answer = async (request: IncomingMessage, response: ServerResponse, goOn: () => void) => {
    // Whoever cannot be asked is left to the proxy, which says so.
    const refused = await refusalOf(request).catch(() => null)
    if (refused === null) goOn()
    else response.writeHead(refused.status, refused.headers).end(refused.text)
  }
  server.emit = (event: string, ...details: unknown[]) => {
    if (event !== 'request') return emit(event, ...details)
    const [request, response] = details as [IncomingMessage, ServerResponse]
    if (WITHOUT_BODY.includes(request.method ?? '')) return emit(event, ...details)
    void answer(request, response, () => emit(event, ...details))
    return true
  }
}
