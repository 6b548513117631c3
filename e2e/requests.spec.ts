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
  const { url, output, session } = await startConsole({ config: { connections } })
  const own = { host: new URL(url).host, cookie: `${session?.name}=${session?.value}` }
  const forged = { 'x-lifeguard-request': 'mine', 'X-Lifeguard-Address': '203.0.113.9', ...own }
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

test('an address that cannot be read is refused, with the headers of every answer', async ({ console: served }) => {
  for (const path of ['/%E0%A4%A', '/test/pools/%', '/%00', '/api/audit%']) {
    const answer = await served.ask(path)
    expect(answer.status, path).toBe(400)
    expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'self'")
    expect(await answer.text(), path).toContain('This address cannot be read')
  }
})

test('the metrics take their token, and tell no more than was counted', async ({ emulator, startConsole }) => {
  const connections = [{ id: 'dev', regions: ['us-east-1'], endpoint: emulator.url }]
  const token = 'a-token-of-the-tests'
  const served = await startConsole({ config: { connections }, env: { LIFEGUARD_METRICS_TOKEN: token } })
  const { url } = served
  expect((await served.ask('/dev/pools')).status).toBe(200)
  expect((await ask(url, '/api/metrics')).status).toBe(401)
  const told = await ask(url, '/api/metrics', { host: '10.0.0.7', authorization: `Bearer ${token}` })
  expect(told.type).toContain('text/plain; version=0.0.4')
  expect(told.text).toMatch(
    /^lifeguard_action_duration_seconds_count\{operation="ListIdentityPools",outcome="succeeded"\} [1-9]/m,
  )
  expect(told.text).toMatch(/^lifeguard_store_statement_duration_seconds_count\{outcome="succeeded"\} [1-9]/m)
  expect(told.text).toMatch(/^lifeguard_sessions\{way="link"\} 1$/m)
  expect(told.text).toMatch(/^nodejs_eventloop_lag_seconds /m)
})

test('where no token is configured there are no metrics', async ({ console: served }) => {
  expect((await ask(served.url, '/api/metrics', { authorization: 'Bearer null' })).status).toBe(404)
})
