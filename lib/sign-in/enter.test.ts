import { describe, expect, it } from 'vitest'
import { sessionBySecret } from '../auth/sessions.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { enterByLink, enterByProvider } from './enter.ts'
import { makeLink } from './links.ts'

const ISSUER = 'https://id.example.com'
const browser = { address: '192.0.2.1', agent: 'a browser' }

describe.each(ENGINES)('a sign-in on %s', (engine) => {
  const lifeguard = consoleForTests({
    engine,
    connections: (endpoint) => [{ id: 'own', endpoint, regions: ['us-east-1'], access: { 'on-call': 'support' } }],
    oidc: { issuer: ISSUER, clientId: 'lifeguard', roles: { desk: 'support', admins: 'admin' } },
  })
  const claimed = (...roleValues: string[]) => ({ issuer: ISSUER, subject: 'ada', name: 'Ada', roleValues })
  const enter = (groups: string[], earlier?: string) =>
    enterByProvider(
      { claimed: claimed(...groups), signedInAt: Date.now(), providerSession: null },
      { ...browser, earlier },
    )
  const tokenIn = (link: string) => new URL(link).searchParams.get('token') ?? ''
  const events = async () => (await lifeguard.auditRows()).map(({ operation, outcome }) => `${operation} ${outcome}`)

  it('by a link is done once, however many press at once, and each of the others is in the log', async () => {
    const token = tokenIn(await makeLink('a test', 'http://127.0.0.1:3000'))
    const all = await Promise.all(Array.from({ length: 10 }, () => enterByLink(token, browser)))
    expect(all.filter((secret) => secret !== null)).toHaveLength(1)
    const told = (await events()).filter((event) => event.startsWith('SignIn'))
    expect(told.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'SignIn denied'), 'SignIn succeeded'])
    expect(JSON.stringify(await store().selectFrom('sign_in_link').selectAll().execute())).not.toContain(token)
  })

  it('ends the session that the browser had before', async () => {
    const first = (await enter(['desk'])) ?? ''
    const second = (await enter(['desk'], first)) ?? ''
    expect(await sessionBySecret(first)).toBeNull()
    expect(await sessionBySecret(second)).not.toBeNull()
  })

  it.each([
    ['on a connection', ['desk'], ['admins']],
    ['on one connection alone', ['desk'], ['desk', 'on-call']],
    ['on none', ['desk'], []],
  ])('with another role %s ends all sessions of the person, and the log says so', async (_, before, after) => {
    const first = (await enter(before)) ?? ''
    const length = (await events()).length
    await enter(after)
    expect(await sessionBySecret(first)).toBeNull()
    expect((await events()).slice(length)).toEqual([
      'ChangeRole succeeded',
      after.length === 0 ? 'SignIn denied' : 'SignIn succeeded',
    ])
  })

  it('with the same role leaves other browsers alone', async () => {
    const first = (await enter(['desk'])) ?? ''
    await enter(['others', 'desk'])
    expect(await sessionBySecret(first)).not.toBeNull()
  })
})
