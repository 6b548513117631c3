import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures.ts'
import { lifeguard } from './fixtures/command.ts'
import { startDelays } from './fixtures/delays.ts'
import { residentMiB } from './fixtures/memory.ts'
import { builtActions, callAction } from './fixtures/server-actions.ts'
import { signInWith } from './fixtures/sign-in.ts'

const OPEN = [
  '/sign-in',
  '/sign-in/link',
  '/sign-in/oidc',
  '/sign-in/callback',
  '/sign-in/back-channel',
  '/api/health',
  '/api/ready',
  '/api/metrics',
  '/icon.svg',
  '/_global-error',
  '/_not-found',
]

const routes = fileURLToPath(new URL('../.next/app-path-routes-manifest.json', import.meta.url))

/** An address of every page and route of the build. */
const builtPaths = (): string[] =>
  [...new Set(Object.values(JSON.parse(readFileSync(routes, 'utf8')) as Record<string, string>))]
    .filter((path) => !OPEN.includes(path))
    .map((path) =>
      path.replace('[connection]', 'test').replaceAll(/\[\w+\]/g, 'us-east-1:00000000-0000-4000-8000-000000000000'),
    )

test('whoever is not signed in is refused by every action, route and page, and AWS hears nothing of it', async ({
  emulator,
  startConsole,
}) => {
  test.slow()
  let heard = 0
  const service = await startDelays(
    emulator,
    () => undefined,
    () => (heard += 1),
  )
  const console = await startConsole({
    config: { connections: [{ id: 'test', endpoint: service.url, regions: ['us-east-1'] }] },
  })
  const elsewhere = await startConsole()
  const { link } = JSON.parse(await lifeguard(console, {}, 'sign-in-link', '--json')) as { link: string }
  const revoked = await signInWith(link, console.url)
  const name = revoked.name
  const endAll = builtActions().find((action) => action.name === 'endSessionsOf')
  expect(endAll && (await callAction(console, endAll, { personId: 'local' }))).toBe('ok')
  heard = 0

  const strangers: Record<string, Record<string, string>> = {
    'with nothing': {},
    'with an empty cookie': { cookie: `${name}=` },
    'with a cookie that was made up': { cookie: `${name}=${randomBytes(32).toString('base64url')}` },
    'with a session that was ended': { cookie: `${name}=${revoked.value}` },
    'with the session of another console': { cookie: `${name}=${elsewhere.session?.value}` },
    'with a token that was made up': { authorization: `Bearer lifeguard_${randomBytes(32).toString('base64url')}` },
  }
  for (const [who, headers] of Object.entries(strangers)) {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${console.url}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers },
      })
    for (const action of builtActions())
      expect
        .soft(await callAction({ url: console.url, ask }, action, {}), `${action.name} ${who}`)
        .toBe('401 SIGNED_OUT')
    for (const path of builtPaths()) {
      const answer = await ask(path)
      const isData = path.startsWith('/api/')
      expect.soft(answer.status, `${path} ${who}`).toBe(isData ? 401 : 303)
      expect.soft(answer.headers.get('location') ?? '/sign-in', `${path} ${who}`).toMatch(/^\/sign-in/)
    }
  }
  expect(builtPaths()).toEqual(expect.arrayContaining(['/audit', '/api/audit', '/api/jobs/events', '/test/pools']))
  expect(heard).toBe(0)
  await service.stop()
})

test('two hundred strangers who send a mebibyte at once are refused before it is read', async ({
  emulator,
  startConsole,
}) => {
  test.slow()
  const console = await startConsole({
    config: { connections: [{ id: 'test', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  const body = JSON.stringify(['x'.repeat(2 ** 20 - 100)])
  const id = builtActions()[0]?.id ?? ''
  const cookies = ['', `${console.session?.name}=${randomBytes(32).toString('base64url')}`]
  const send = async (cookie = '') => {
    const headers = { 'next-action': id, origin: console.url, cookie }
    const answer = await fetch(`${console.url}/test/pools`, { method: 'POST', headers, body })
    return `${answer.status} ${await answer.text()}`
  }
  await send()
  const before = await residentMiB(console.pid)
  let most = before
  const watching = setInterval(() => void residentMiB(console.pid).then((now) => (most = Math.max(most, now))), 50)
  for (let burst = 0; burst < 3; burst += 1) {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => send(cookies[index % 2])))
    expect(new Set(answers)).toEqual(new Set(['401 SIGNED_OUT']))
  }
  clearInterval(watching)
  test.info().annotations.push({ type: 'memory in MiB', description: `${before}, at most ${most}` })
  // Of six hundred mebibytes that came.
  expect(most - before).toBeLessThan(120)
})

test('more than a mebibyte at once is refused by its head, also to whoever is signed in and where nobody need be', async ({
  console,
}) => {
  const post = async (path: string, size: number, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', headers: { origin: console.url, ...headers }, body: 'x'.repeat(size) }
    const answer = await console.ask(path, init)
    return `${answer.status} ${await answer.text()}`
  }
  const action = { 'next-action': builtActions()[0]?.id ?? '' }
  expect(await post('/test/pools', 2 ** 20 + 1, action)).toBe('413 TOO_LARGE')
  expect(await post('/sign-in/link', 2 ** 20 + 1)).toBe('413 TOO_LARGE')
  expect(await post('/test/pools', 2 ** 20, action)).not.toMatch(/^413/)
})

test('a method that no page has is refused as that', async ({ console }) => {
  const [answer] = (await once(request(`${console.url}/`, { method: 'TRACE' }).end(), 'response')) as [IncomingMessage]
  expect(answer.resume().statusCode).toBe(405)
})
