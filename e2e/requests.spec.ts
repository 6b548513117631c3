import { request } from 'node:http'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from './fixtures.ts'

/** Asks the console under any name, as a probe or a stranger does. */
async function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(url)
  const sent = request({ hostname, port, path, method, headers, agent: false }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  return { status: response.statusCode, text: Buffer.concat(chunks).toString(), type: response.headers['content-type'] }
}

const lines = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a line of the log tells of each request, and nobody can forge what it says', async ({
  emulator,
  startConsole,
}) => {
  const connections = [{ id: 'dev', regions: ['us-east-1'], endpoint: emulator.url }]
  const { url, output } = await startConsole({ config: { connections } })
  const forged = { 'x-lifeguard-request': 'mine', 'X-Lifeguard-Address': '203.0.113.9', host: new URL(url).host }
  expect((await ask(url, '/dev/pools?token=hush', forged)).status).toBe(200)
  expect((await ask(url, '/dev/nothing-here', forged)).status).toBe(404)
  const told = () => lines(output()).filter(({ msg }) => msg === 'Answered')
  await expect.poll(() => told().map(({ path }) => path)).toContain('/dev/nothing-here')
  const line = told().find(({ path }) => path === '/dev/pools')
  expect(line).toMatchObject({ method: 'GET', status: 200, address: '127.0.0.1', level: 'info' })
  expect(line).toHaveProperty('requestId', expect.stringMatching(/^[0-9a-f]{10}-[0-9a-z]+$/))
  expect(output()).not.toMatch(/hush|203\.0\.113\.9|"mine"/)
})

test('probes are answered under any name, and nothing else is', async ({ emulator, startConsole }) => {
  const connections = [{ id: 'dev', regions: ['us-east-1'], endpoint: emulator.url }]
  const { url } = await startConsole({ config: { connections } })
  const host = { host: '10.0.0.7:3000' }
  expect(await ask(url, '/api/health', host)).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  expect(await ask(url, '/api/ready', host)).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  expect((await ask(url, '/api/ready', host, 'HEAD')).status).toBe(200)
  expect((await ask(url, '/dev/pools', host)).status).toBe(403)
  expect((await ask(url, '/api/ready', host, 'POST')).status).toBe(403)
})
