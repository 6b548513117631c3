import { actingAs } from '../auth/current-actor.ts'
import { newOperationId } from '../core/operation-id.ts'
import { sessionsOf } from '../auth/sessions.ts'
import { endSession } from './actions.ts'
import { enterByLink, enterByProvider } from './enter.ts'
import { makeLink } from './links.ts'

/** What the program tells before it uses a link, and after a sign-in or a sign-out. */
export type Told = { link: string } | { secret: string } | { left: string }

// A program of its own: people sign in, change their roles and sign out until it is ended.
const [name = ''] = process.argv.slice(2)
const browser = { address: '192.0.2.1', agent: 'a browser' }
const tell = (told: Told) => void process.send?.(told)

for (let round = 0; ; round += 1) {
  const madeBy = `${name} ${round}`
  const link = await makeLink(madeBy, 'http://127.0.0.1:3000')
  tell({ link: madeBy })
  const entered = await enterByLink(new URL(link).searchParams.get('token') ?? '', browser)
  if (entered !== null) tell({ secret: entered })
  const claimed = { issuer: 'https://id.example.com', subject: `${round % 3}`, name: 'Ada' }
  const roleValues = round % 4 < 2 ? ['desk'] : ['admins']
  const came = await enterByProvider(
    { claimed: { ...claimed, roleValues }, signedInAt: Date.now(), providerSession: null },
    browser,
  )
  if (came !== null) tell({ secret: came })
  if (round % 2 === 1) await leave()
}

async function leave() {
  const [{ sessionId } = { sessionId: '' }] = await sessionsOf('local')
  const actor = { id: 'local', name: 'Local operator', role: 'admin' as const }
  const answer = await actingAs(actor, () => endSession({ sessionId }, newOperationId()))
  if (answer.ok) tell({ left: sessionId })
}
