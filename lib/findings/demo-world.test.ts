import { expect, it, vi } from 'vitest'
import { unwrap } from '../core/result.ts'
import { listIdentityPools } from '../pools/actions.ts'
import { listRoles } from '../iam-roles/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { checkIdentityPool } from './actions.ts'
import { checkById } from './all-checks.ts'
import type { PoolReport } from './report.ts'

consoleForTests({
  world: { seed: 'demo' },
  connections: (endpoint) => {
    vi.stubEnv('LIFEGUARD_EMULATORS', `demo=${endpoint}`)
    return [{ id: 'demo', emulator: { seed: 'demo' }, regions: ['us-east-1', 'eu-west-1'] }]
  },
})

async function poolsOf(region: string) {
  const { pools } = await unwrap(listIdentityPools({ connectionId: 'demo', region }))
  return pools.map(({ poolId }) => ({ connectionId: 'demo', poolId }))
}
async function reports(): Promise<PoolReport[]> {
  const pools = [...(await poolsOf('us-east-1')), ...(await poolsOf('eu-west-1'))]
  return Promise.all(pools.map((pool) => unwrap(checkIdentityPool({ pool }))))
}
const aboutTrust = ({ findings }: PoolReport) =>
  findings
    .filter(({ checkId }) => /^trust|^role-not-found/.test(checkId))
    .map(({ checkId, subject }) => [checkId, checkById(checkId)?.severity, subject.replace(/.*\//, '')])

it('every check runs on every pool of the demonstration, and no role of it is out of sight', async () => {
  const all = await reports()
  expect(all).toHaveLength(7)
  expect(all.flatMap(({ notRun }) => notRun)).toEqual([])
  expect([...new Set(all.flatMap(({ notes }) => notes.map(({ checkId }) => checkId)))]).toEqual([
    'developer-provider-missing',
  ])
})

it('careless and dangerous roles of the demonstration are told as what they are, and good ones are not told', async () => {
  const told = Object.fromEntries((await reports()).map((report) => [report.name, aboutTrust(report)]))
  expect(told).toEqual({
    'Trailhead Mobile': [],
    'Trailhead Mobile EU': [],
    'Northwind Web': [],
    'Partner Access': [],
    Sandbox: [],
    'Legacy Member Portal': [['trust-lacks-amr', 'high', 'MemberPortalUser']],
    'Field Survey Prototype': [
      ['trust-lacks-aud', 'critical', 'FieldSurveyEveryone'],
      ['trust-any-pool', 'critical', 'FieldSurveyEditor'],
      ['trust-lacks-amr', 'high', 'FieldSurveyEveryone'],
    ],
  })
})

it('role pickers offer the roles of the demonstration', async () => {
  const [pool] = await poolsOf('eu-west-1')
  const { roles, others, accountId } = await unwrap(listRoles({ pool: pool ?? { connectionId: '', poolId: '' } }))
  expect([accountId, others]).toEqual(['123456789012', []])
  expect(roles.map(({ name }) => name)).toContain('TrailheadMobileEUUser')
  expect(roles).toHaveLength(12)
})
