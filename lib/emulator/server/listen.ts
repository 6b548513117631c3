import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { malformed } from '../state/errors.ts'
import type { World } from '../state/world.ts'
import { handler } from './handler.ts'
import { CONTENT_TYPE, errorAnswer, LARGEST_BODY, tooLarge } from './wire.ts'

const KEEP_ALIVE_MS = 75_000

/** Serves the world over HTTP. Port 0 takes a free one. Rejects when the port cannot be had. */
export function listen(world: World, at: { host: string; port: number }): Promise<{ server: Server; url: string }> {
  const options = { keepAliveTimeout: KEEP_ALIVE_MS, requireHostHeader: false }
  const server = createServer(options, (incoming, outgoing) => void serve(world, incoming, outgoing))
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return void socket.destroy()
    const body = JSON.stringify({ __type: 'SerializationException', message: 'The request is not valid HTTP.' })
    const head = `content-type: ${CONTENT_TYPE}\r\ncontent-length: ${body.length}\r\nconnection: close`
    socket.end(`HTTP/1.1 400 Bad Request\r\n${head}\r\n\r\n${body}`)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => {
      const { port } = server.address() as AddressInfo
      resolve({ server, url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}` })
    })
  })
}

async function serve(world: World, incoming: IncomingMessage, outgoing: ServerResponse) {
  try {
    const bytes = await readBytes(incoming)
    if (bytes === null) outgoing.setHeader('connection', 'close')
    const response = bytes === null ? errorAnswer(tooLarge()) : await respond(world, incoming, bytes)
    if (response.type === 'error') return void outgoing.destroy()
    const body = await response.bytes()
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length })
    outgoing.end(body)
  } catch {
    outgoing.destroy()
  }
}

/** Null when there is more than the limit, which is read to its end so that its sender gets to see the refusal. */
async function readBytes(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_BODY) chunks.push(chunk)
  }
  return size > LARGEST_BODY ? null : Buffer.concat(chunks)
}

async function respond(world: World, incoming: IncomingMessage, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { method = '', url = '', headersDistinct } = incoming
  let request: Request
  try {
    const headers = Object.entries(headersDistinct).flatMap(([name, all]) =>
      (all ?? []).map((one): [string, string] => [name, one]),
    )
    const hasBody = bytes.length > 0 && method !== 'GET' && method !== 'HEAD'
    request = new Request(`http://emulator${url}`, { method, headers, body: hasBody ? bytes : null })
  } catch {
    return errorAnswer(malformed('The request cannot be read.'))
  }
  return handler(world, request)
}
