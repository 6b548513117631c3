import { actionsOf, iamServices } from '../../lib/reach/action-data.ts'
import { faultsOf } from '../../lib/reach/faults-of.ts'
import { layersOfRole, reachOf } from '../../lib/reach/reach-of.ts'
import { servicesNamed } from '../../lib/reach/reach-of-role.ts'
import { median } from './median.ts'
import { longPolicy, POLICIES, reachingRole, ROLES } from './reaching-roles.ts'

const ROUNDS = 3
const MOST_MS = 2000

const policy = (role: number, index: number) => ({
  name: `p${index}`,
  arn: null,
  version: null,
  document: longPolicy(role, index),
})

const pool = {
  poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Bench',
  allowUnauthenticated: true,
  classicFlow: 'on' as const,
  developerProviderName: null,
  loginProviders: { 'accounts.google.com': 'app' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}

const policies = Array.from({ length: ROLES }, (_, role) => ({
  arn: reachingRole(role),
  known: true as const,
  value: {
    policies: Array.from({ length: POLICIES }, (__, index) => policy(role, index)),
    boundary: null,
    trust: '{}',
    maxSeconds: null,
  },
}))
const rules = policies.slice(2).map(({ arn }, index) => ({
  claim: 'team',
  match: 'Equals' as const,
  value: `team-${index}`,
  roleArn: arn,
}))
const roles = {
  authenticated: reachingRole(1),
  unauthenticated: reachingRole(0),
  mappings: [{ provider: 'accounts.google.com', type: 'Rules' as const, ambiguous: 'Deny' as const, rules }],
}

const times: number[] = []
const works: number[] = []
let rows = 0
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now()
  const before = process.cpuUsage()
  const names = await iamServices()
  const data = await actionsOf(policies.flatMap(({ value }) => servicesNamed(layersOfRole(value, true), names)))
  const facts = { pool, roles, takers: null, policies, data }
  const told = reachOf(facts)
  faultsOf(told, facts)
  rows = told.length
  times.push(performance.now() - start)
  const { user, system } = process.cpuUsage(before)
  works.push((user + system) / 1000)
}
const first = Math.round(works[0] ?? 0)
console.log(
  `Reach of ${ROLES} roles with ${POLICIES} policies each, after the last read: ${rows} rows, ${first} ms of processor time ` +
    `(again ${Math.round(median(works))} ms), at most ${MOST_MS} ms; ${Math.round(times[0] ?? 0)} ms by the clock (again ${Math.round(median(times))} ms)`,
)
process.exitCode = first > MOST_MS ? 1 : 0
