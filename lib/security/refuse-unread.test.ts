import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { refuseUnread } from './refuse-unread.ts'

const REFUSED = { status: 401, text: 'SIGNED_OUT', headers: { 'Content-Type': 'text/plain' } }

/** A server that answers with what it was sent; `heard` has whom it heard. */
async function guardedServer(refusalOf: (request: IncomingMessage) => Promise<typeof REFUSED | null>) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    void text(request).then((body) => response.end(`got ${body.length}`))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  refuseUnread({ refusalOf, server })
  const { port } = server.address() as AddressInfo
  const send = (path: string, method: string, body = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body !== '' && { body }) })
  return { heard, send, port }
}

const byPath = async ({ url = '' }: IncomingMessage) => (url.startsWith('/own') ? null : REFUSED)

test('who is refused is answered, and nobody hears of them or reads what they send', async () => {
  const { heard, send } = await guardedServer(byPath)
  const answer = await send('/other', 'POST', 'x'.repeat(300_000))
  expect([answer.status, await answer.text()]).toEqual([401, 'SIGNED_OUT'])
  expect(heard).toEqual([])
})

test('who is let through is heard once, with all that they sent', async () => {
  const { heard, send } = await guardedServer(byPath)
  const answers = await Promise.all(Array.from({ length: 20 }, () => send('/own', 'POST', 'x'.repeat(300_000))))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(answers.map(() => 'got 300000'))
  expect(heard).toEqual(answers.map(() => 'POST /own'))
})

test('what brings no body is not asked about', async () => {
  const { heard, send } = await guardedServer(byPath)
  expect((await send('/other', 'GET')).status).toBe(200)
  expect(heard).toEqual(['GET /other'])
})

test('who cannot be asked about goes on', async () => {
  const { send } = await guardedServer(async () => {
    throw new Error('The store is gone')
  })
  expect(await (await send('/other', 'POST', 'four')).text()).toBe('got 4')
})

test('who is refused in the middle of a body is answered before it ends', async () => {
  const { port } = await guardedServer(byPath)
  const sent = ask({ host: '127.0.0.1', port, method: 'POST', path: '/other', headers: { 'content-length': 10_000 } })
  onTestFinished(() => void sent.destroy())
  sent.write('x'.repeat(100))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(401)
})
