import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll } from 'vitest'

const CHUNK = Buffer.alloc(2 ** 20, 'x')
const FLOOD_BYTES = 200 * CHUNK.length
const DRIP_MS = 50

let calls = 0

/** What the endpoint does to whoever calls it. */
const ways = {
  /** Every other call gets no answer at all. */
  slow(response: ServerResponse) {
    if ((calls += 1) % 2 === 0) return
    const timer = setInterval(() => response.write(' '), DRIP_MS)
    response.once('close', () => clearInterval(timer))
  },
  floods: (response: ServerResponse) => void flood(response),
  'floods with an error'(response: ServerResponse) {
    response.writeHead(500)
    void flood(response)
  },
}

async function flood(response: ServerResponse) {
  const closed = once(response, 'close')
  for (let sent = 0; sent < FLOOD_BYTES && !response.destroyed; sent += CHUNK.length)
    if (!response.write(CHUNK)) await Promise.race([new Promise((go) => response.once('drain', go)), closed])
  response.end()
}

/** A server that never answers well; `closed` resolves when nobody waits for it any more. */
export function hostileEndpointForTests() {
  const state = { url: '', way: 'slow' as keyof typeof ways, sent: 0, open: new Set<Promise<unknown>>() }
  const server = createServer((request, response) => {
    const { socket } = request
    const before = socket.bytesWritten
    const closed: Promise<unknown> = once(response, 'close').then(() => {
      state.sent += socket.bytesWritten - before
      return state.open.delete(closed)
    })
    state.open.add(closed)
    request.resume()
    ways[state.way](response)
  })
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    state.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    get url() {
      return state.url
    },
    is: (way: keyof typeof ways) => void (state.way = way),
    closed: () => Promise.all(state.open),
    /** Bytes that it got rid of, of calls that are over. */
    sent: () => state.sent,
  }
}
