import 'server-only'
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam'
import { accountIdOf } from '../aws/account-id.ts'
import { boundIam, type Iam } from '../aws/iam-client.ts'
import type { Connection } from '../config/schema.ts'
import { atMost } from '../core/at-most.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { everyPage } from '../core/every-page.ts'
import { readPolicy } from '../policies/policy.ts'
import { roleAddress } from './role-address.ts'
import type { KnownPolicies, RolePolicies, RolePolicy } from './role-policies.ts'

const AT_ONCE = 8

type Reader = {
  iam: Iam
  once: ReturnType<typeof atMost>
  /** Managed policies by ARN: those that several roles have are read once. */
  managed: Map<string, Promise<RolePolicy>>
}

/**
 * Reads what IAM says of roles, at most eight calls at once. A role that cannot be read is told with its error, such as
 * the IAM action that is missing. Errors: `VALIDATION` where IAM is not read, and those of the account's own id.
 */
export async function readRolePolicies(
  connection: Connection,
  region: string,
  arns: readonly string[],
): Promise<RolePolicies[]> {
  const reader: Reader = { iam: boundIam(connection, region), once: atMost(AT_ONCE), managed: new Map() }
  const account = await accountIdOf(connection, region)
  return Promise.all(
    [...new Set(arns)].map(async (arn): Promise<RolePolicies> => {
      try {
        const of = roleAddress(arn)
        if (of === null) throw noRole(arn)
        if (of.account !== account) throw elsewhere(arn)
        return { arn, known: true, value: await policiesOf(reader, arn, of.name) }
      } catch (error) {
        return { arn, known: false, error: errorShape(error) }
      }
    }),
  )
}

async function policiesOf(reader: Reader, arn: string, name: string): Promise<KnownPolicies> {
  const { Role } = await reader.once(() => reader.iam.send(new GetRoleCommand({ RoleName: name })))
  if (Role?.Arn !== arn) throw noRole(arn)
  const boundary = Role.PermissionsBoundary?.PermissionsBoundaryArn
  const [attached, inline, limit] = await Promise.all([
    attachedOf(reader, name),
    inlineOf(reader, name),
    boundary === undefined ? null : managedPolicy(reader, boundary),
  ])
  const policies = [...attached, ...inline]
  const broken = [...policies, ...(limit ? [limit] : [])].find(({ document }) => readPolicy(document) === null)
  if (broken) throw unreadable(broken)
  return {
    policies,
    boundary: limit,
    trust: decoded(Role.AssumeRolePolicyDocument),
    maxSeconds: Role.MaxSessionDuration ?? null,
  }
}

async function attachedOf(reader: Reader, name: string): Promise<RolePolicy[]> {
  const arns: string[] = []
  const pages = everyPage(async (Marker: string | undefined) => {
    const page = await reader.once(() =>
      reader.iam.send(new ListAttachedRolePoliciesCommand({ RoleName: name, Marker })),
    )
    return { ...page, nextCursor: page.IsTruncated ? (page.Marker ?? null) : null }
  })
  for await (const page of pages)
    arns.push(...(page.AttachedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []))
  return Promise.all(arns.map((arn) => managedPolicy(reader, arn)))
}

async function inlineOf(reader: Reader, name: string): Promise<RolePolicy[]> {
  const names: string[] = []
  const pages = everyPage(async (Marker: string | undefined) => {
    const page = await reader.once(() => reader.iam.send(new ListRolePoliciesCommand({ RoleName: name, Marker })))
    return { ...page, nextCursor: page.IsTruncated ? (page.Marker ?? null) : null }
  })
  for await (const page of pages) names.push(...(page.PolicyNames ?? []))
  return Promise.all(
    names.map(async (policy) => {
      const command = new GetRolePolicyCommand({ RoleName: name, PolicyName: policy })
      const { PolicyDocument } = await reader.once(() => reader.iam.send(command))
      return { name: policy, arn: null, version: null, document: decoded(PolicyDocument) }
    }),
  )
}

function managedPolicy(reader: Reader, arn: string): Promise<RolePolicy> {
  const known = reader.managed.get(arn) ?? readManaged(reader, arn)
  reader.managed.set(arn, known)
  return known
}

async function readManaged({ iam, once }: Reader, arn: string): Promise<RolePolicy> {
  const { Policy } = await once(() => iam.send(new GetPolicyCommand({ PolicyArn: arn })))
  const version = Policy?.DefaultVersionId ?? 'v1'
  const { PolicyVersion } = await once(() =>
    iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version })),
  )
  return { name: Policy?.PolicyName ?? arn, arn, version, document: decoded(PolicyVersion?.Document) }
}

/** IAM gives its documents percent-encoded. */
function decoded(document = ''): string {
  try {
    return document.startsWith('%') ? decodeURIComponent(document) : document
  } catch {
    return document
  }
}

const unreadable = ({ name }: RolePolicy) =>
  new AppError({
    code: 'UNAVAILABLE',
    message: `The policy ${name} cannot be read as one, so what it allows is not known.`,
    hint: 'Look at it in IAM.',
  })

const noRole = (arn: string) =>
  new AppError({
    code: 'NOT_FOUND',
    message: `IAM has no role ${arn}.`,
    hint: 'Choose another role, or create it.',
  })

const elsewhere = (arn: string) =>
  new AppError({
    code: 'DENIED',
    message: `${arn} is a role of another account, which this connection cannot read.`,
    hint: 'Look at it with a connection to that account.',
  })
