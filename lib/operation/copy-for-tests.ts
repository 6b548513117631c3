import { actingAs } from '../auth/current-actor.ts'
import { setIdentityPoolRoles } from '../roles/actions.ts'
import { describeOperation } from './actions.ts'

/** What another copy of the console is asked for; `number` names the answer. */
export type Asked = { number: number; operationId: string; roles: Parameters<typeof setIdentityPoolRoles>[0] | null }

// A program of its own: it saves roles, or describes an operation, as its parent asks.
process.on('message', ({ number, operationId, roles }: Asked) => {
  const answer = actingAs({ id: 'local', name: 'Local operator', role: 'admin' }, () =>
    roles ? setIdentityPoolRoles(roles, operationId) : describeOperation({ operationId }),
  )
  void answer.then((result) => process.send?.({ number, result }))
})
