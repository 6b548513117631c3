import 'server-only'
import { ListRolesCommand } from '@aws-sdk/client-iam'
import { boundIam } from '../aws/iam-client.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import { isTakenBy } from '../iam-roles/judge-trust.ts'
import type { Pool } from '../pools/pool.ts'
import { providersNamed } from '../pools/providers-named.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { readRolePolicies } from './policies-service.ts'
import { rowsOf, type ReachRow } from './reach-of.ts'
import type { RolePolicies } from './role-policies.ts'
import { dataFor } from './service.ts'
import { rolesOfPool } from './who-gets.ts'
import { whoGetsUnnamed, type UnnamedRole } from './who-gets-unnamed.ts'

/** A page of roles with their trust policies is an answer that is read whole; an account of AWS has 5,000 roles at most. */
const PAGE = 300
const PAGES = 20
/** Roles whose policies are read. */
const MOST = 50

/** Roles that trust a pool and that it does not name. `looked`: roles of the account; `more`: some were not looked at. */
export type UnnamedReach = { rows: ReachRow[]; policies: RolePolicies[]; looked: number; more: boolean }

/**
 * What the roles reach that trust a pool without being named by it: an app may take them itself in the basic flow.
 * Errors: `DENIED` without `iam:ListRoles`, and those of `readRolePolicies`.
 */
export async function readUnnamedReach(connection: Connection, pool: Pool, roles: RoleSettings): Promise<UnnamedReach> {
  const { trusting, looked, more } = await readTrusting(connection, pool, new Set(rolesOfPool(roles)))
  const some = trusting.slice(0, MOST)
  const policies = await readRolePolicies(
    connection,
    regionOfId(pool.poolId),
    some.map(({ arn }) => arn),
  )
  const rows = rowsOf(whoGetsUnnamed(pool, roles, some), { pool, policies, data: await dataFor(policies) })
  return { rows, policies, looked, more: more || trusting.length > some.length }
}

async function readTrusting(
  connection: Connection,
  pool: Pool,
  named: ReadonlySet<string>,
): Promise<{ trusting: UnnamedRole[]; looked: number; more: boolean }> {
  const iam = boundIam(connection, regionOfId(pool.poolId))
  const asked = { poolId: pool.poolId, providers: [...providersNamed(pool)] }
  const trusting: UnnamedRole[] = []
  let looked = 0
  let marker: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await iam.send(new ListRolesCommand({ Marker: marker, MaxItems: PAGE }))
    looked += answer.Roles?.length ?? 0
    for (const { Arn: arn = '', AssumeRolePolicyDocument: document = '' } of answer.Roles ?? []) {
      if (named.has(arn)) continue
      const taken = (users: 'authenticated' | 'unauthenticated') => isTakenBy(document, { ...asked, users })
      const role = { arn, users: taken('authenticated'), guests: taken('unauthenticated') }
      if (role.users || role.guests) trusting.push(role)
    }
    marker = answer.IsTruncated ? answer.Marker : undefined
    if (marker === undefined) break
  }
  return { trusting, looked, more: marker !== undefined }
}
