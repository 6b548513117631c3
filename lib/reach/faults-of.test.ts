import { expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { actionsOf, iamServices } from './action-data.ts'
import { faultsOf } from './faults-of.ts'
import { publicRoles, type PublicRole } from './public-roles-for-tests.ts'
import { layersOfRole, reachOf } from './reach-of.ts'
import { servicesNamed } from './reach-of-role.ts'
import type { RolePolicies } from './role-policies.ts'

const ARN = 'arn:aws:iam::123456789012:role/Role'
const pool: Pool = {
  poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: true,
  classicFlow: 'off',
  developerProviderName: null,
  loginProviders: { 'accounts.google.com': 'app' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}

async function faults({ of, statements, boundary, basic }: PublicRole) {
  const policyOf = (all: object[]) => ({
    name: 'p',
    arn: null,
    version: null,
    document: JSON.stringify({ Version: '2012-10-17', Statement: all }),
  })
  const value = {
    policies: [policyOf(statements)],
    boundary: boundary ? policyOf(boundary) : null,
    trust: '{}',
    maxSeconds: null,
  }
  const policies: RolePolicies[] = [{ arn: ARN, known: true, value }]
  const guests = of === 'guests'
  const facts = {
    pool: { ...pool, classicFlow: basic ? ('on' as const) : ('off' as const) },
    roles: { authenticated: guests ? null : ARN, unauthenticated: guests ? ARN : null, mappings: [] },
    takers: { guests: guests ? [ARN] : [], users: guests ? [] : [ARN] },
    policies,
    data: await actionsOf(servicesNamed(layersOfRole(value, true), await iamServices())),
  }
  return faultsOf(reachOf(facts), facts).faults
}

it.each(publicRoles)('$name, for $of: $faults', async (role) => {
  expect((await faults(role)).map(({ code }) => code).toSorted()).toEqual(role.faults.toSorted())
})

it.each(publicRoles.filter(({ faults: all }) => all.length > 0))(
  '$name comes with a policy that can be read, or says why there is none',
  async (role) => {
    for (const { policy, evidence } of await faults(role))
      expect(policy ?? evidence).toMatch(policy === null ? /Left out: appsync:GraphQL\./ : /"Effect": "(?:Allow|Deny)"/)
  },
)
