import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { store } from '../db/open.ts'
import { createLog } from '../log/log.ts'
import { createIdentityPool, listIdentityPools } from '../pools/actions.ts'
import { consoleForTests } from './console-for-tests.ts'

const place = { connectionId: 'test', region: 'us-east-1' }
const newPool = { ...place, name: 'Made by a test', allowUnauthenticated: true, developerProviderName: '' }

type Line = Record<string, unknown>

function logged(): Line[] {
  const lines: Line[] = []
  const log = createLog('error', { write: (line) => void lines.push(JSON.parse(line) as Line) })
  Object.assign(globalThis, { lifeguardLog: log })
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'lifeguardLog'))
  return lines
}

describe.each([
  ['an act', 'admin'],
  ['a denial', 'viewer'],
] as const)('a store that takes no writes, at %s', (_, role) => {
  consoleForTests({ role })

  test('is told as unavailable, and logged once with its cause', async () => {
    const lines = logged()
    await sql`pragma query_only = on`.execute(store())
    onTestFinished(() => void sql`pragma query_only = off`.execute(store()))
    const answer = await createIdentityPool(newPool)
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', reference: expect.any(String) } })
    expect(JSON.stringify(answer)).not.toContain('readonly database')
    expect(lines).toMatchObject([{ msg: 'The store failed', reference: !answer.ok && answer.error.reference }])
    expect(JSON.stringify(lines)).toContain('attempt to write a readonly database')
    expect(await listIdentityPools(place)).toMatchObject({ ok: true, value: { pools: [] } })
  })
})
