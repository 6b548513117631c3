import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const CHUNK = Buffer.alloc(2 ** 20, 'x')
const FLOOD_CHUNKS = 200
const SLOW_MS = 300

const refusal = JSON.stringify({ __type: 'InvalidParameterException', message: 'No.' })
const json = { 'content-type': 'application/x-amz-json-1.1' }
const repeated = JSON.stringify({ IdentityPools: [], NextToken: 'again' })

/** What the server does to every call. */
const ways = {
  refuses: (response: ServerResponse) => void response.writeHead(400, json).end(refusal),
  'refuses slowly': (response: ServerResponse) => void setTimeout(() => ways.refuses(response), SLOW_MS),
  'never answers': () => undefined,
  'never ends': (response: ServerResponse) => void response.write('{"IdentityPools":['),
  'drips a byte a second'(response: ServerResponse) {
    const timer = setInterval(() => response.write(' '), 1_000)
    response.once('close', () => clearInterval(timer))
    response.write(' ')
  },
  'sends 200 MB': (response: ServerResponse) => void flood(response),
  'repeats a token': (response: ServerResponse) => void response.writeHead(200, json).end(repeated),
}
export type Way = keyof typeof ways

async function flood(response: ServerResponse) {
  const closed = once(response, 'close')
  for (let sent = 0; sent < FLOOD_CHUNKS && !response.destroyed; sent += 1)
    if (!response.write(CHUNK)) await Promise.race([new Promise((go) => response.once('drain', go)), closed])
  response.end()
}

/** Stands in for Cognito, IAM and STS alike. `open` counts the calls that somebody still waits for. */
export async function startHostileServer() {
  const state: { way: Way; calls: number; open: number } = { way: 'refuses', calls: 0, open: 0 }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    state.calls += 1
    state.open += 1
    response.once('close', () => (state.open -= 1))
    request.resume()
    ways[state.way](response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
