import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ENGINES, copiesForTest, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { sendMessages } from './send-messages.ts'
import { signatureOf } from './sign.ts'
import { tellWebhook } from './tell.ts'

const secret = 'a-secret-of-sixteen'
const rule = { ruleId: 'r', connectionId: 'test', poolId: 'p', runId: null, would: 12 }

/** A server that answers with these in turn, the last of them for ever; null for never. */
async function receiver(...statuses: (number | null)[]) {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = []
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const status = statuses[Math.min(heard.length, statuses.length - 1)] ?? null
    heard.push({ headers: request.headers, body })
    if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end()
  }
  const server = createServer((request, response) => void hear(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, target: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, secret } }
}

describe.each(ENGINES)('messages of the webhook on %s', (engine) => {
  consoleForTests({ webhook: { url: 'http://127.0.0.1:9/', secret } })

  async function copies() {
    const place = await storePlace(engine)
    const [first, second] = copiesForTest(place, 2)
    if (!first || !second) throw new Error('There are two copies')
    await migrate(first, engine)
    return { first, second }
  }

  it('are signed with the time, sent once by one of two copies, and then forgotten', async () => {
    const { first, second } = await copies()
    const { heard, target } = await receiver(204)
    for (let count = 0; count < 5; count += 1) await tellWebhook(first, { event: 'rule.paused', rule }, Date.now())
    await Promise.all([sendMessages(first, target), sendMessages(second, target)])
    await Promise.all([sendMessages(first, target), sendMessages(second, target)])
    expect(new Set(heard.map(({ body }) => (JSON.parse(body) as { id: string }).id)).size).toBe(5)
    expect(heard).toHaveLength(5)
    for (const { headers, body } of heard) {
      const seconds = Number(headers['lifeguard-timestamp'])
      expect(Math.abs(Date.now() / 1_000 - seconds)).toBeLessThan(60)
      expect(headers['lifeguard-signature']).toBe(`v1=${signatureOf(secret, seconds, body)}`)
      expect(body).not.toContain(secret)
    }
    expect(await first.selectFrom('webhook_message').selectAll().execute()).toEqual([])
  })

  it.each([
    ['refused', [500, 200]],
    ['sent elsewhere', [302, 200]],
    ['not answered', [null, 200]],
  ])('are tried again later when they are %s', async (_, statuses) => {
    const { first } = await copies()
    const { heard, target } = await receiver(...statuses)
    let at = 1_000_000
    const sending = { now: () => at, timeoutMs: 300 }
    await tellWebhook(first, { event: 'rule.awaits-approval', rule }, at)
    expect(await sendMessages(first, target, sending)).toBe(0)
    at += 4_000
    expect(await sendMessages(first, target, sending)).toBe(0)
    expect(heard).toHaveLength(1)
    at += 1_001
    expect(await sendMessages(first, target, sending)).toBe(1)
    expect(heard[1]?.body).toBe(heard[0]?.body)
  })

  it('outlive a copy that ended while it sent, wait longer each time, and are given up after three days', async () => {
    const { first, second } = await copies()
    const { heard, target } = await receiver(503)
    let at = 1_000_000
    const sending = { now: () => at }
    await tellWebhook(first, { event: 'rule.paused', rule }, at)
    await first
      .updateTable('webhook_message')
      .set({ next_at: at + 60_000, attempts: 1 })
      .execute()
    expect(await sendMessages(second, target, sending)).toBe(0)
    const times: number[] = []
    for (at += 60_000; at < 1_000_000 + 4 * 86_400_000; at += 60_000) {
      const before = heard.length
      await sendMessages(second, target, sending)
      if (heard.length > before) times.push(at)
      if ((await first.selectFrom('webhook_message').select('message_id').execute()).length === 0) break
      // Most of three days is an hour at a time.
      if (times.length > 12) at += 3_540_000
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(gaps.slice(0, 9).every((gap, index) => gap >= (gaps[index - 1] ?? 0))).toBe(true)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * 3_600_000)
    expect(at - 1_000_000).toBeGreaterThan(3 * 86_400_000)
    expect(await first.selectFrom('webhook_message').selectAll().execute()).toEqual([])
  })

  it('are not kept where no address is configured', async () => {
    const { first } = await copies()
    const { config } = await import('../config/config.ts')
    vi.stubGlobal('lifeguardConfig', { ...config(), webhook: null })
    onTestFinished(() => void vi.unstubAllGlobals())
    await tellWebhook(first, { event: 'rule.paused', rule }, 1)
    expect(await first.selectFrom('webhook_message').selectAll().execute()).toEqual([])
  })
})
