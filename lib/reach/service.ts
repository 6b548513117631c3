import 'server-only'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import { isTakenBy } from '../iam-roles/judge-trust.ts'
import type { Pool } from '../pools/pool.ts'
import { providersNamed } from '../pools/providers-named.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { actionsOf, iamServices } from './action-data.ts'
import { credentialLife, type CredentialLife } from './credential-life.ts'
import { gained, type Gains } from './gained.ts'
import { guestCeiling } from './guest-ceiling.ts'
import type { ActionData } from './known-action.ts'
import { isBasicOpen } from './is-basic-open.ts'
import { layersOfRole, reachOf, type ReachFacts } from './reach-of.ts'
import { servicesNamed } from './reach-of-role.ts'
import type { ReachReport } from './reach-report.ts'
import { readRolePolicies } from './policies-service.ts'
import { sessionLengths } from './session-service.ts'
import type { RolePolicies } from './role-policies.ts'
import { rolesOfPool, type BasicTakers } from './who-gets.ts'

/** What the people of a pool reach, by the policies of every role that it names. Errors: as `readRolePolicies`. */
export async function readReach(connection: Connection, pool: Pool, roles: RoleSettings): Promise<ReachReport> {
  const facts = await readReachFacts(connection, pool, roles)
  return {
    poolId: pool.poolId,
    name: pool.name,
    rows: reachOf(facts),
    policies: [...facts.policies],
    life: credentialLife(pool, roles, facts.policies.map(sessionLength)),
    ceiling: guestCeiling.map(({ name, version, seen, source }) => ({ name, version, seen, source })),
    readAt: Date.now(),
  }
}

/** The roles of a pool, and how long their credentials live. A role that IAM does not tell of counts as one of the longest. */
export async function readCutOff(
  connection: Connection,
  pool: Pool,
  roles: RoleSettings,
): Promise<{ roles: string[]; life: CredentialLife }> {
  const arns = rolesOfPool(roles)
  const lengths = isBasicOpen(pool, roles) ? await sessionLengths(connection, regionOfId(pool.poolId), arns) : []
  return { roles: arns.toSorted(), life: credentialLife(pool, roles, lengths) }
}

const sessionLength = (read: RolePolicies): number | null => (read.known ? read.value.maxSeconds : null)

type Settings = { pool: Pool; roles: RoleSettings }

/** What people reach after a change that they did not reach before. Errors: as `readRolePolicies`. */
export async function foresee(connection: Connection, before: Settings, after: Settings): Promise<Gains> {
  const arns = [...rolesOfPool(before.roles), ...rolesOfPool(after.roles)]
  const policies = await readRolePolicies(connection, regionOfId(before.pool.poolId), arns)
  const data = await dataFor(policies)
  const reached = ({ pool, roles }: Settings) =>
    reachOf({ pool, roles, takers: takersOf(pool, ofThem(policies, roles)), policies, data })
  return gained(reached(before), reached(after))
}

const ofThem = (policies: readonly RolePolicies[], roles: RoleSettings): RolePolicies[] => {
  const own = new Set(rolesOfPool(roles))
  return policies.filter(({ arn }) => own.has(arn))
}

/** What the engine needs to know of a pool. Errors: as `readRolePolicies`. */
export async function readReachFacts(connection: Connection, pool: Pool, roles: RoleSettings): Promise<ReachFacts> {
  const policies = await readRolePolicies(connection, regionOfId(pool.poolId), rolesOfPool(roles))
  return { pool, roles, takers: takersOf(pool, policies), policies, data: await dataFor(policies) }
}

/** What is known of the actions that policies name. */
export async function dataFor(policies: readonly RolePolicies[]): Promise<ActionData> {
  const names = await iamServices()
  const services = policies.flatMap((read) => (read.known ? servicesNamed(layersOfRole(read.value, true), names) : []))
  return actionsOf(services)
}

/** Who may take which role in the basic flow, by the trust policies. */
function takersOf(pool: Pool, policies: readonly RolePolicies[]): BasicTakers {
  const providers = [...providersNamed(pool)]
  const taken = (users: 'authenticated' | 'unauthenticated') =>
    policies.flatMap((read) => {
      if (!read.known) return []
      return isTakenBy(read.value.trust, { poolId: pool.poolId, providers, users }) ? [read.arn] : []
    })
  return { guests: taken('unauthenticated'), users: taken('authenticated') }
}
