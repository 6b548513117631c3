import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeToken, revokeToken } from '../auth/access-tokens.ts'
import { beginSession, dropSession } from '../auth/sessions.ts'
import { consoleForTests } from './console-for-tests.ts'
import { bodyWhileSignedIn, whileSignedIn } from './while-signed-in.ts'

consoleForTests()

const signedIn = async () => {
  const { sessionId } = await beginSession({ personId: 'local', way: 'link', address: null, agent: null })
  return { id: 'local', session: { sessionId, signedInAt: 0, way: 'link' as const } }
}

async function* numbers() {
  for (let number = 0; ; number += 1) {
    await wait(20)
    yield number
  }
}

it('a stream of items ends soon after the session of its reader was ended', async () => {
  const reader = await signedIn()
  const seen: number[] = []
  const reading = (async () => {
    for await (const number of whileSignedIn(reader, numbers())) seen.push(number)
  })()
  await dropSession(reader.session.sessionId, null)
  await expect(reading).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  expect(seen.length).toBeGreaterThan(0)
})

it('a body breaks off soon after the session of its reader was ended, and its source with it', async () => {
  const reader = await signedIn()
  let isLeft = false
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(20)
      controller.enqueue(new Uint8Array([1]))
    },
    cancel: () => void (isLeft = true),
  })
  const reading = new Response(bodyWhileSignedIn(reader, source)).bytes()
  await dropSession(reader.session.sessionId, null)
  await expect(reading).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  expect(isLeft).toBe(true)
})

it('a stream of a program ends soon after its token was revoked', async () => {
  const asked = { name: 'Nightly', role: 'viewer', connectionIds: ['test'], permissions: ['jobs:read'] } as const
  const { token } = await makeToken({ ...asked, endsAt: Date.now() + 60_000 }, { id: 'local', name: 'Ada' })
  const reading = (async () => {
    for await (const number of whileSignedIn({ id: token.tokenId }, numbers())) expect(number).toBeLessThan(10_000)
  })()
  await revokeToken(token.tokenId)
  await expect(reading).rejects.toMatchObject({ code: 'SIGNED_OUT' })
})

it('a body of a session that goes on comes whole', async () => {
  const reader = await signedIn()
  const body = new Response('all of it').body
  expect(body && (await new Response(bodyWhileSignedIn(reader, body)).text())).toBe('all of it')
})
