import 'server-only'
import { GetRoleCommand, ListRolesCommand, type Role } from '@aws-sdk/client-iam'
import { accountIdOf } from '../aws/account-id.ts'
import { regionOfId } from '../core/limits.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import type { Pool } from '../pools/pool.ts'
import { providersNamed } from '../pools/providers-named.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { boundIam, type Iam } from '../aws/iam-client.ts'
import { judgeTrust, namesAud } from './judge-trust.ts'
import type { IamRole, IamRolePage } from './iam-role.ts'
import type { RoleTrust, RoleTrusts } from './role-trust.ts'
import type { TrustUse } from './trust-finding.ts'

const AT_ONCE = 8
/** With the longest trust policies such a page still is an answer that is read whole. */
const PAGE = 300
const ARN = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

const accountOf = (arn: string): string | null => ARN.exec(arn)?.[1] ?? null

type Use = Pick<RoleTrust, 'arn' | 'users'>

/**
 * Judges the trust of every role that a pool uses, those of rules included. Roles of other accounts cannot be read and
 * are only named. Errors: `VALIDATION` where IAM is not read, `DENIED` without the IAM action `iam:GetRole`.
 */
export async function readRoleTrusts(connection: Connection, pool: Pool, settings: RoleSettings): Promise<RoleTrusts> {
  const region = regionOfId(pool.poolId)
  const asked = { poolId: pool.poolId, providers: [...providersNamed(pool)] }
  const iam = boundIam(connection, region)
  const account = await accountIdOf(connection, region)
  const uses = usesOf(settings)
  const own = uses.filter(({ arn }) => accountOf(arn) === account)
  const elsewhere = [...new Set(uses.filter((use) => !own.includes(use)).map(({ arn }) => arn))]
  const roles: RoleTrust[] = []
  for (let start = 0; start < own.length; start += AT_ONCE) {
    const some = own.slice(start, start + AT_ONCE)
    // Eight at a time: a pool may have hundreds of rules, and IAM few calls a second.
    roles.push(...(await Promise.all(some.map((use) => judged(iam, use, asked)))))
  }
  return { roles, elsewhere }
}

function usesOf({ authenticated, unauthenticated, mappings }: RoleSettings): Use[] {
  const users = [...(authenticated ? [authenticated] : []), ...mappings.flatMap(({ rules }) => rules.map(roleOf))]
  return [
    ...[...new Set(users)].map((arn): Use => ({ arn, users: 'authenticated' })),
    ...(unauthenticated ? [{ arn: unauthenticated, users: 'unauthenticated' as const }] : []),
  ]
}

const roleOf = ({ roleArn }: { roleArn: string }) => roleArn

async function judged(iam: Iam, use: Use, asked: Omit<TrustUse, 'users'>): Promise<RoleTrust> {
  try {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: ARN.exec(use.arn)?.[2] }))
    if (Role?.Arn !== use.arn) return { ...use, exists: false, findings: [], namesAud: false }
    const document = Role.AssumeRolePolicyDocument ?? ''
    return {
      ...use,
      exists: true,
      findings: judgeTrust(document, { ...asked, users: use.users }),
      namesAud: namesAud(document, asked.poolId),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      return { ...use, exists: false, findings: [], namesAud: false }
    throw error
  }
}

/** A page of the account's roles, each judged for a pool. Errors: as `readRoleTrusts`, of `iam:ListRoles`. */
export async function readIamRoles(
  connection: Connection,
  asked: Omit<TrustUse, 'users'>,
  cursor: string | undefined,
): Promise<IamRolePage> {
  const region = regionOfId(asked.poolId)
  const iam = boundIam(connection, region)
  const answer = await iam.send(new ListRolesCommand({ Marker: cursor, MaxItems: PAGE }))
  const roles = (answer.Roles ?? []).map((role) => toIamRole(role, asked))
  const isOther = ({ authenticated }: IamRole) => authenticated.some(({ code }) => code === 'principal')
  return {
    accountId: accountOf(roles[0]?.arn ?? '') ?? (await accountIdOf(connection, region).catch(() => null)),
    roles: roles.filter((role) => !isOther(role)),
    others: roles.filter(isOther).map(({ arn }) => arn),
    nextCursor: answer.IsTruncated ? (answer.Marker ?? null) : null,
  }
}

function toIamRole(
  { Arn = '', RoleName = '', AssumeRolePolicyDocument = '' }: Role,
  asked: Omit<TrustUse, 'users'>,
): IamRole {
  const judgedFor = (users: 'authenticated' | 'unauthenticated') =>
    judgeTrust(AssumeRolePolicyDocument, { ...asked, users })
  return {
    arn: Arn,
    name: RoleName,
    authenticated: judgedFor('authenticated'),
    unauthenticated: judgedFor('unauthenticated'),
  }
}

/** A role's trust policy; null where the account has no such role. Errors: as `readRoleTrusts`. */
export async function readTrustDocument(
  connection: Connection,
  poolId: string,
  roleArn: string,
): Promise<string | null> {
  const region = regionOfId(poolId)
  const iam = boundIam(connection, region)
  if (accountOf(roleArn) !== (await accountIdOf(connection, region))) return null
  try {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: ARN.exec(roleArn)?.[2] }))
    return Role?.Arn === roleArn ? (Role.AssumeRolePolicyDocument ?? '') : null
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}
