import { actionsOf, iamServices } from '../../lib/reach/action-data.ts'
import { faultsOf } from '../../lib/reach/faults-of.ts'
import { layersOfRole, reachOf } from '../../lib/reach/reach-of.ts'
import { servicesNamed } from '../../lib/reach/reach-of-role.ts'
import { median } from './median.ts'

const ROLES = 26
const POLICIES = 10
const ROUNDS = 3
const MOST_MS = 2000

const arnOf = (index: number) => `arn:aws:iam::123456789012:role/Role${index}`
const services = ['s3', 'dynamodb', 'ec2', 'lambda', 'sqs', 'sns', 'iot', 'kms', 'logs', 'ssm', 'iam', 'cognito-idp']

/** A policy of ten statements on one service, as long as IAM takes them. */
const policy = (role: number, index: number) => {
  const service = services[(role + index) % services.length] ?? 's3'
  const statements = Array.from({ length: 10 }, (_, place) => ({
    Sid: `S${place}`,
    Effect: place === 9 ? 'Deny' : 'Allow',
    Action: ['Get*', 'List*', 'Describe*', 'Put*', `*${place}`].map((name) => `${service}:${name}`),
    Resource: Array.from(
      { length: 4 },
      (__, at) => `arn:aws:${service}:us-east-1:123456789012:thing/${role}/${place}/${at}*`,
    ),
    Condition: { StringLike: { 'aws:PrincipalTag/team': [`team-${place}-*`] } },
  }))
  return {
    name: `p${index}`,
    arn: null,
    version: null,
    document: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  }
}

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
  arn: arnOf(role),
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
  authenticated: arnOf(1),
  unauthenticated: arnOf(0),
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
