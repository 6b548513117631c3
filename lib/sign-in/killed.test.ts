import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { sessionBySecret } from '../auth/sessions.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import type { Told } from './signs-in-for-tests.ts'

const program = fileURLToPath(new URL('signs-in-for-tests.ts', import.meta.url))
/** Of each engine; `npm run soak` asks for many. */
const KILLS = Math.max(3, inject('soakRounds') * 10)

/** Has people sign in and out in a process of its own, and ends it at any moment. Answers what it told before. */
async function killedWhileSigningIn(name: string): Promise<Told[]> {
  const child = fork(program, [name], {
    execArgv: ['--conditions=react-server'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const told: Told[] = []
  child.on('message', (one: Told) => told.push(one))
  await Promise.race([once(child, 'message'), exited])
  await wait(Math.random() * 250)
  child.kill('SIGKILL')
  await exited
  return told
}

describe.each(ENGINES)('a process that is killed while people sign in, on %s', { timeout: KILLS * 8_000 }, (engine) => {
  const lifeguard = consoleForTests({
    engine,
    oidc: {
      issuer: 'https://id.example.com',
      clientId: 'lifeguard',
      roles: { desk: 'support', admins: 'admin' },
    },
  })

  it('leaves no half session: each is in the log, and no link was used up for nothing', async () => {
    const links: string[] = []
    const left = new Set<string>()
    let lasted = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const told = await killedWhileSigningIn(`link ${kill}`)
      for (const one of told) {
        if ('link' in one) links.push(one.link)
        if ('left' in one) left.add(one.left)
      }
      const secrets = told.flatMap((one) => ('secret' in one ? [one.secret] : []))
      for (const secret of secrets) if ((await sessionBySecret(secret)) !== null) lasted += 1
    }
    expect(links.length).toBeGreaterThanOrEqual(KILLS)
    expect(lasted).toBeGreaterThan(0)

    const rows = await lifeguard.auditRows()
    const entered = rows
      .filter(({ operation, outcome }) => operation === 'SignIn' && outcome === 'succeeded')
      .map(({ input }) => JSON.parse(input ?? '{}') as { sessionId: string; linkMadeBy?: string })
    const entriesOf = (sessionId: string) => entered.filter((one) => one.sessionId === sessionId).length
    const sessions = await store().selectFrom('session').select('session_id').execute()
    expect(sessions.map(({ session_id: id }) => entriesOf(id))).toEqual(sessions.map(() => 1))

    const unused = new Set((await store().selectFrom('sign_in_link').select('made_by').execute()).map(madeByOf))
    for (const link of links) {
      const used = entered.filter(({ linkMadeBy }) => linkMadeBy === link).length
      expect([link, used + (unused.has(link) ? 1 : 0)]).toEqual([link, 1])
    }

    const there = new Set(sessions.map(({ session_id: id }) => id))
    const ended = rows.filter(({ operation }) => operation === 'EndSession')
    for (const sessionId of left) {
      expect(there).not.toContain(sessionId)
      expect(ended.filter(({ input }) => input?.includes(sessionId))).toHaveLength(1)
    }
    expect(await verifyChain(store())).toMatchObject({ ok: true })
  })
})

const madeByOf = ({ made_by: madeBy }: { made_by: string }) => madeBy
