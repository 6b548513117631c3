import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { listRun } from '../history/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { planOfRemedy, remediesOfMany } from './remedy-of-many.ts'
import { applyRemedy, isRemedied } from './remedy-queries.ts'

consoleForTests()

const PROVIDER = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool'
const clients = ['clientone', 'clienttwo']

async function openPool() {
  const { poolId } = await unwrap(
    createIdentityPool({
      connectionId: 'test',
      region: 'us-east-1',
      name: 'Open',
      allowUnauthenticated: true,
      classicFlow: 'on',
      tags: { team: 'orders' },
      userPools: clients.map((clientId) => ({ providerName: PROVIDER, clientId, serverSideTokenCheck: false })),
    }),
  )
  const pool = { connectionId: 'test', poolId }
  return { pool, detail: await unwrap(describeIdentityPool({ pool })) }
}

const client = new QueryClient()
const step = (runId = newOperationId()) => ({ operationId: newOperationId(), runId })

describe('a remedy of several pools', () => {
  it.each([
    ['guest-access', [''], ['Guest access']],
    ['classic-flow-on', [''], ['Basic flow']],
    ['classic-flow-unset', [''], ['Basic flow']],
    ['token-check-off', clients.map((id) => `${PROVIDER}:${id}`), clients],
  ])('%s is one setting, which its plan names', async (checkId, subjects, labels) => {
    const { detail } = await openPool()
    const plan = planOfRemedy(detail, checkId, subjects)
    expect(plan.kind === 'change' && plan.changes).toHaveLength(labels.length)
    const said = JSON.stringify(plan)
    for (const label of labels) expect(said).toContain(label)
    expect(Object.keys(remediesOfMany)).toContain(checkId)
  })

  it('changes that alone, pool by pool, as one run of the log', async () => {
    const runId = newOperationId()
    const pools = [await openPool(), await openPool()]
    for (const { pool, detail } of pools) {
      const plan = planOfRemedy(detail, 'token-check-off', [`${PROVIDER}:clientone`])
      if (plan.kind === 'change') await applyRemedy(pool, client, { ...plan, ...step(runId) })
      const { fingerprint: _, ...rest } = detail
      expect(await unwrap(describeIdentityPool({ pool }))).toMatchObject({
        ...rest,
        userPools: clients.map((clientId, index) => ({
          providerName: PROVIDER,
          clientId,
          serverSideTokenCheck: index === 0,
        })),
      })
    }
    expect((await unwrap(listRun({ runId }))).entries).toHaveLength(2)
  })

  it('is not sent where the pool is other than it was seen, and settled where it is as wanted', async () => {
    const { pool, detail } = await openPool()
    const plan = planOfRemedy(detail, 'guest-access', [''])
    if (plan.kind !== 'change') throw new Error('nothing to do')
    expect(await isRemedied(pool, client, plan)).toBe(false)
    await unwrap(updateIdentityPool({ pool, seen: detail.fingerprint, change: { name: 'Renamed' } }))
    await expect(applyRemedy(pool, client, { ...plan, ...step() })).rejects.toMatchObject({
      shape: { code: 'CONFLICT' },
    })
    const now = await unwrap(describeIdentityPool({ pool }))
    await unwrap(updateIdentityPool({ pool, seen: now.fingerprint, change: { allowUnauthenticated: false } }))
    expect(await isRemedied(pool, client, plan)).toBe(true)
    expect(planOfRemedy(await unwrap(describeIdentityPool({ pool })), 'guest-access', ['']).kind).toBe('nothing')
  })
})
