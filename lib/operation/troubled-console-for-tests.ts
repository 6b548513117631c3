import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import { newOperationId } from '../core/operation-id.ts'
import type { Engine } from '../db/migrations/engine.ts'
import { store } from '../db/open.ts'
import type { Result } from '../core/result.ts'
import { requestHandler } from '../emulator/server/request-handler.ts'
import type { Act } from './acts-for-tests.ts'
import { describeOperation } from './actions.ts'
import { consoleForTests } from './console-for-tests.ts'
import { troubledEndpointForTests } from './troubled-endpoint-for-tests.ts'

export type Told = 'succeeded' | 'failed' | 'unknown'

/** What an answer says to whoever gets it. */
export function toldBy(answer: Result<unknown>): Told {
  if (answer.ok || answer.error.code === 'NOT_READ_BACK') return 'succeeded'
  return answer.error.code === 'UNKNOWN_OUTCOME' ? 'unknown' : 'failed'
}

/** The audit's rows of one operation, oldest first. */
export const auditOf = (operationId: string) =>
  store().selectFrom('audit_entry').selectAll().where('operation_id', '=', operationId).orderBy('sequence').execute()

/** A console whose connection `troubled` goes through an endpoint with plans. */
export function troubledConsoleForTests(engine?: Engine) {
  const endpoint = troubledEndpointForTests()
  const lifeguard = consoleForTests({
    ...(engine ? { engine } : {}),
    world: { unlinkWithDeveloperToken: 'accept' },
    connections: (emulator) => [endpoint.before(emulator)],
  })
  const service = () =>
    new CognitoIdentityClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      requestHandler: requestHandler(lifeguard.world),
    })
  return {
    endpoint,
    service,
    /** Does an act under the plans that `plan` makes; what was told, is held, is audited and went over the wire. */
    async seenOf(act: Act, plan: () => void) {
      endpoint.reset()
      const { perform, isHeld } = await act.prepare(service())
      endpoint.reset()
      plan()
      const operationId = newOperationId()
      const answer = await perform(operationId)
      const writes = endpoint.seen.filter(({ operation }) => operation === act.write)
      const seen = [...endpoint.seen]
      endpoint.reset()
      const rows = await auditOf(operationId)
      const later = await describeOperation({ operationId })
      return {
        answer,
        told: toldBy(answer),
        held: isHeld === null ? null : await isHeld(),
        phases: rows.map(({ phase }) => phase),
        audited: rows.at(-1)?.outcome ?? null,
        auditedId: rows.at(-1)?.request_id ?? null,
        later: later.ok && later.value.state === 'ended' ? later.value.answer : null,
        writes,
        seen,
      }
    },
  }
}
