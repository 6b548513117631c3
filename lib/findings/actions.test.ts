import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { listIdentityPools } from '../pools/actions.ts'
import { checkIdentityPool, checkIdentityPools, reopenFinding, suppressFinding } from './actions.ts'

const lifeguard = consoleForTests({ world: { seed: 'demo' } })

async function demoPool(name: string, region = 'us-east-1') {
  const listed = await listIdentityPools({ connectionId: 'test', region })
  const found = listed.ok ? listed.value.pools.find((pool) => pool.name === name) : undefined
  if (!found) throw new Error(`The demonstration has no pool ${name}`)
  return { connectionId: 'test', poolId: found.poolId }
}

async function report(pool: { connectionId: string; poolId: string }) {
  const answer = await checkIdentityPool({ pool })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

const ids = (findings: { checkId: string }[]) => [...new Set(findings.map(({ checkId }) => checkId))]

describe('checking pools', () => {
  it('finds everything that is wrong with the misconfigured one', async () => {
    const { findings, notRun } = await report(await demoPool('Field Survey Prototype'))
    expect(ids(findings)).toEqual([
      'guest-access',
      'classic-flow-unset',
      'token-check-off',
      'developer-provider-missing',
      'twitter-secret',
      'retired-provider',
      'same-role',
      'ambiguous-role',
      'editable-claim',
      'too-many-rules',
    ])
    expect(notRun.map(({ error }) => error.message)).toEqual(Array(13).fill('IAM is not read on the connection Test.'))
  })

  it('finds nothing on a sound one', async () => {
    expect((await report(await demoPool('Partner Access', 'eu-west-1'))).findings).toEqual([])
  })

  it('streams the reports of many, and says which pools could not be read', async () => {
    const { poolId } = await demoPool('Sandbox', 'eu-west-1')
    const gone = 'eu-west-1:00000000-0000-0000-0000-000000000000'
    const items = await Array.fromAsync(await checkIdentityPools({ connectionId: 'test', poolIds: [poolId, gone] }))
    const byId = new Map(items.flatMap((item) => (item.ok ? [[item.value.poolId, item.value] as const] : [])))
    expect(ids(byId.get(poolId)?.value?.findings ?? [])).toEqual(['guest-access', 'classic-flow-on', 'no-role'])
    expect(byId.get(gone)).toMatchObject({ value: null, error: { code: 'NOT_FOUND' } })
  })

  it('says which checks could not run, and why', async () => {
    const pool = await demoPool('Northwind Web')
    lifeguard.world.faults.add([{ operation: 'GetIdentityPoolRoles', error: 'AccessDeniedException' }])
    const { notRun } = await report(pool)
    lifeguard.world.faults.clear()
    expect(ids(notRun).slice(0, 6)).toEqual([
      'same-role',
      'no-role',
      'ambiguous-role',
      'editable-claim',
      'mapping-without-provider',
      'too-many-rules',
    ])
    expect(notRun).toHaveLength(20)
    expect(notRun[0]?.error).toMatchObject({ code: 'DENIED', awsName: 'AccessDeniedException' })
  })
})

describe('suppressing a finding', () => {
  const finding = { checkId: 'guest-access', subject: '' }
  const state = async (pool: { connectionId: string; poolId: string }) =>
    (await report(pool)).findings.find(({ checkId }) => checkId === 'guest-access')?.suppressed

  it('keeps it with its reason until it is reopened, and audits both', async () => {
    const pool = await demoPool('Trailhead Mobile')
    expect(await suppressFinding({ pool, finding, reason: ' Guests browse trails ' })).toMatchObject({ ok: true })
    expect(await state(pool)).toMatchObject({ reason: 'Guests browse trails', by: 'Local operator' })
    expect(await reopenFinding({ pool, finding })).toMatchObject({ ok: true })
    expect(await state(pool)).toBeNull()
    const rows = (await lifeguard.auditRows()).filter(
      ({ phase, pool_id }) => phase === 'outcome' && pool_id === pool.poolId,
    )
    expect(rows.map(({ operation, before, after }) => [operation, before === null, after === null])).toEqual([
      ['SuppressFinding', true, false],
      ['ReopenFinding', false, true],
    ])
  })

  it('asks for a reason', async () => {
    const pool = await demoPool('Trailhead Mobile')
    const refused = await suppressFinding({ pool, finding, reason: '  ' })
    expect(refused).toMatchObject({ ok: false, error: { fields: { reason: 'Say why this finding may stay.' } } })
  })

  it('is refused on a read-only connection', async () => {
    const pool = { ...(await demoPool('Trailhead Mobile')), connectionId: 'fixed' }
    expect(await suppressFinding({ pool, finding, reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'READ_ONLY' },
    })
  })
})
