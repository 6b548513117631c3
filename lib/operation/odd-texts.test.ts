import { describe, expect, it } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { unlinkDeveloperIdentity } from '../developer-identities/actions.ts'
import { reopenFinding, suppressFinding } from '../findings/actions.ts'
import { listAuditEntries } from '../history/actions.ts'
import { auditCsvLines } from '../history/audit-csv.ts'
import { everything } from '../history/audit-filter.ts'
import { readAuditLog } from '../history/read-entries.ts'
import { consoleForTests } from './console-for-tests.ts'
import { DEVELOPER, makePool, signUp } from './pool-of-act-for-tests.ts'
import { clientOf } from '../code/service-pool-for-tests.ts'
import { stranger, troubledEndpointForTests } from './troubled-endpoint-for-tests.ts'

const TOKEN = 'IQoJb3JpZ2luX2VjEPT+sessiontoken/of+the=connection'
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYconfigured'
const NONE_LEFT = { except: [''] }

describe.each(ENGINES)('on %s', (engine) => {
  const endpoint = troubledEndpointForTests()
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET, sessionToken: TOKEN }
  const lifeguard = consoleForTests({
    engine,
    connections: (emulator) => [{ ...endpoint.before(emulator), credentials }],
  })

  async function unlinked(userIdentifier: string, message?: string) {
    const client = clientOf(lifeguard.world, 'us-east-1')
    const pool = await makePool(client)
    const identity = await signUp(client, pool.poolId, 'ada')
    endpoint.reset()
    const body = JSON.stringify({ __type: 'InvalidParameterException', message })
    if (message !== undefined)
      endpoint.plan('UnlinkDeveloperIdentity', async () => stranger(400, 'application/x-amz-json-1.1', body))
    const id = newOperationId()
    const input = { pool, identity, providerName: DEVELOPER, userIdentifier, disables: true }
    const answer = await unlinkDeveloperIdentity(input, id)
    const rows = (await lifeguard.auditRows()).filter(({ operation_id }) => operation_id === id)
    expect(rows.map(({ phase, outcome }) => outcome ?? phase)).toEqual(['started', 'failed'])
    expect(await verifyChain(store())).toMatchObject({ ok: true })
    return { answer, rows, message: answer.ok ? '' : answer.error.message }
  }

  it.each([
    ['a lone surrogate', 'x\ud800y', 'x\uFFFDy'],
    ['NUL', 'a\0b', 'a\uFFFDb'],
  ])('an identifier with %s leaves both rows and a whole chain', async (_what, identifier, kept) => {
    const { rows } = await unlinked(identifier)
    expect(JSON.parse(rows[0]?.input ?? '')).toMatchObject({ userIdentifier: kept })
  })

  it.each([
    ['five million characters', 'x'.repeat(5_000_000), /^x{2000}… \(4,998,000 more characters\)$/],
    ['NUL and a lone surrogate', 'a\0b\ud800c', /^a\0b\ud800c$/],
  ])('a message of the service with %s leaves both rows and a whole chain', async (_what, text, told) => {
    const { rows, message } = await unlinked('ada', text)
    expect(message).toMatch(told)
    expect(rows[1]?.error_message?.length).toBeLessThan(2_100)
    expect(rows[1]?.error_message?.isWellFormed()).toBe(true)
  })

  it('what a message quotes of the signed request is told and kept nowhere', async () => {
    const signed = `'POST\n/\n\nhost:x\nx-amz-security-token:${TOKEN}\n' signed with ${SECRET}, Signature=0a1b2c3d4e5f`
    const { answer, message } = await unlinked('ada', `The Canonical String should have been ${signed}`)
    expect(message).toContain('x-amz-security-token:•••')
    const { entries } = await readAuditLog({ filter: everything, visible: NONE_LEFT, cursor: undefined })
    const tables = [
      await store().selectFrom('audit_personal').selectAll().execute(),
      await store().selectFrom('operation').selectAll().execute(),
    ]
    const all = JSON.stringify([answer, tables, entries]) + auditCsvLines(entries, () => undefined)
    for (const secret of [TOKEN, SECRET, '0a1b2c3d4e5f']) expect(all).not.toContain(secret)
  })

  it('a text that no store can look for is refused with a sentence', async () => {
    const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-000000000001' }
    const named = { pool, finding: { checkId: 'any', subject: 'a\0b' } }
    const { connection: _, ...filter } = { ...everything, text: 'a\0b' }
    for (const answer of [
      await suppressFinding({ ...named, reason: 'Agreed' }),
      await suppressFinding({ pool, finding: { checkId: 'any', subject: '' }, reason: 'a\0b' }),
      await reopenFinding(named),
      await listAuditEntries({ filter }),
    ])
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', message: expect.stringContaining('a character that is none') },
      })
  })
})
