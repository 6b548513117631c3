import 'server-only'
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListOpenIDConnectProvidersCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam'
import { readUserPoolClients, readUserPools } from '../account-providers/service.ts'
import { boundIam } from '../aws/iam-client.ts'
import { readsIam } from '../aws/reads-iam.ts'
import { readsUserPools } from '../aws/reads-user-pools.ts'
import type { Connection } from '../config/schema.ts'

/** Makes a call and notes what came of it; null notes that it could not be tried. */
export type TryCall = <T>(operation: string, call: (() => Promise<T>) | null) => Promise<T | null>

/** Asked of the simulator, which answers whatever it is. */
const ANY_ACTION = 'sts:GetCallerIdentity'

/** Tries what is read of IAM, on the first role that there is and its first policies. */
export async function tryIam(connection: Connection, region: string, attempt: TryCall): Promise<void> {
  const iam = readsIam(connection) ? boundIam(connection, region) : null
  const roles = await attempt('ListRoles', iam && (() => iam.send(new ListRolesCommand({ MaxItems: 1 }))))
  const { RoleName, Arn: roleArn } = roles?.Roles?.[0] ?? {}
  const role = iam && RoleName !== undefined ? { iam, name: { RoleName } } : null
  await attempt('GetRole', role && (() => role.iam.send(new GetRoleCommand(role.name))))
  const attached = await attempt(
    'ListAttachedRolePolicies',
    role && (() => role.iam.send(new ListAttachedRolePoliciesCommand(role.name))),
  )
  const PolicyArn = attached?.AttachedPolicies?.[0]?.PolicyArn
  const managed = iam && PolicyArn !== undefined ? { iam, PolicyArn } : null
  const policy = await attempt(
    'GetPolicy',
    managed && (() => managed.iam.send(new GetPolicyCommand({ PolicyArn: managed.PolicyArn }))),
  )
  const version = { PolicyArn: PolicyArn ?? '', VersionId: policy?.Policy?.DefaultVersionId ?? '' }
  await attempt(
    'GetPolicyVersion',
    managed && policy ? () => managed.iam.send(new GetPolicyVersionCommand(version)) : null,
  )
  const inline = await attempt(
    'ListRolePolicies',
    role && (() => role.iam.send(new ListRolePoliciesCommand(role.name))),
  )
  const PolicyName = inline?.PolicyNames?.[0]
  await attempt(
    'GetRolePolicy',
    role && PolicyName !== undefined
      ? () => role.iam.send(new GetRolePolicyCommand({ ...role.name, PolicyName }))
      : null,
  )
  const asked = { PolicySourceArn: roleArn, ActionNames: [ANY_ACTION] }
  await attempt('SimulatePrincipalPolicy', role && (() => role.iam.send(new SimulatePrincipalPolicyCommand(asked))))
  await attempt('ListOpenIDConnectProviders', iam && (() => iam.send(new ListOpenIDConnectProvidersCommand({}))))
  await attempt('ListSAMLProviders', iam && (() => iam.send(new ListSAMLProvidersCommand({}))))
}

/** Tries what is read of user pools, on the first one that there is. */
export async function tryUserPools(connection: Connection, region: string, attempt: TryCall): Promise<void> {
  const list = readsUserPools(connection) ? () => readUserPools(connection, region, undefined) : null
  const [first] = (await attempt('ListUserPools', list))?.userPools ?? []
  const of = first && { userPoolId: first.id, cursor: undefined }
  await attempt('ListUserPoolClients', of ? () => readUserPoolClients(connection, region, of) : null)
}
