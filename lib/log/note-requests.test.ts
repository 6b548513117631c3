import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { addressList } from '../security/source-address.ts'
import { createLog } from './log.ts'
import { noteRequests } from './note-requests.ts'
import { isOwnRequest, newRequestId } from './own-request.ts'
import { ADDRESS_HEADER, factsIn, REQUEST_ID_HEADER } from './request-facts.ts'

type Line = Record<string, unknown>

/** A server that notes its requests; `ask` answers what it saw of one, `line` the next line of its log. */
async function notingServer(proxies: string[] = [], level = 'info') {
  const lines: Line[] = []
  const seen: IncomingMessage[] = []
  const server = createServer((incoming, response) => {
    seen.push(incoming)
    if (incoming.url === '/held') return void response.write('part')
    response.statusCode = incoming.url?.startsWith('/gone') ? 404 : 200
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const log = createLog(level, { write: (line) => void lines.push(JSON.parse(line) as Line) })
  noteRequests({ log, proxies: addressList(proxies), server })
  const { port } = server.address() as AddressInfo
  const send = (path: string, headers: OutgoingHttpHeaders = {}) =>
    request({ host: '127.0.0.1', port, path, headers, agent: false }).end()
  const ask = async (path: string, headers: OutgoingHttpHeaders = {}) => {
    const [response] = (await once(send(path, headers), 'response')) as [IncomingMessage]
    await once(response.resume(), 'close')
    const incoming = seen.at(-1)
    if (!incoming) throw new Error('Nothing was asked')
    return incoming
  }
  return { ask, send, lines }
}

const facts = ({ headers }: IncomingMessage) => factsIn(new Headers(headers as Record<string, string>))

test('each request has an id of its own and its source address', async () => {
  const { ask } = await notingServer()
  const [first, second] = [facts(await ask('/')), facts(await ask('/'))]
  expect(first).toEqual({ requestId: expect.stringMatching(/^[0-9a-f]{10}-[0-9a-z]+$/), address: '127.0.0.1' })
  expect(second.requestId).not.toBe(first.requestId)
})

test('nobody can forge what the server notes', async () => {
  const { ask } = await notingServer()
  const forged = { [REQUEST_ID_HEADER.toUpperCase()]: ['mine', 'too'], 'X-Lifeguard-Address': '203.0.113.9' }
  const incoming = await ask('/', { ...forged, 'X-Forwarded-For': '203.0.113.8' })
  expect(facts(incoming).address).toBe('127.0.0.1')
  expect(incoming.rawHeaders.join(' ')).not.toMatch(/mine|too|203\.0\.113\.9/)
  expect(incoming.headersDistinct[ADDRESS_HEADER]).toEqual(['127.0.0.1'])
  expect(incoming.headersDistinct[REQUEST_ID_HEADER]).toEqual([facts(incoming).requestId])
})

test('a request that came before the server noted any is believed nothing', () => {
  const forged = new Headers({ [REQUEST_ID_HEADER]: 'deadbeef00-1', [ADDRESS_HEADER]: '203.0.113.9' })
  expect(factsIn(forged)).toEqual({ requestId: null, address: null })
  expect(isOwnRequest(newRequestId())).toBe(true)
})

test('a proxy of ours is believed', async () => {
  const { ask } = await notingServer(['127.0.0.0/8'])
  expect(facts(await ask('/', { 'X-Forwarded-For': '1.1.1.1, 203.0.113.8' })).address).toBe('203.0.113.8')
})

test('a line tells of each request, without what it asked for', async () => {
  const { ask, lines } = await notingServer()
  const incoming = await ask('/gone/us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60?token=hush')
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    level: 'info',
    requestId: facts(incoming).requestId,
    method: 'GET',
    path: '/gone/:id',
    status: 404,
    ms: expect.any(Number),
    address: '127.0.0.1',
  })
  expect(JSON.stringify(lines)).not.toContain('hush')
})

test('an answer that was cut off is told, too', async () => {
  const { send, lines } = await notingServer()
  const sent = send('/held').on('error', () => undefined)
  await once(sent, 'response')
  sent.destroy()
  await expect.poll(() => lines).toMatchObject([{ path: '/held', isCut: true }])
})

test('what asks all the time is told at the level debug', async () => {
  const { ask, lines } = await notingServer([], 'debug')
  for (const path of ['/_next/static/chunk.js', '/api/health', '/api/ready', '/audit']) await ask(path)
  await expect.poll(() => lines.map(({ path, level }) => [path, level])).toHaveLength(4)
  expect(Object.fromEntries(lines.map(({ path, level }) => [path, level]))).toEqual({
    '/_next/static/chunk.js': 'debug',
    '/api/health': 'debug',
    '/api/ready': 'debug',
    '/audit': 'info',
  })
})
