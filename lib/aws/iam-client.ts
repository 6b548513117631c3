import 'server-only'
import {
  IAMClient,
  type $Command,
  type IAMClientResolvedConfig,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/client-iam'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { credentialsOf } from './client.ts'
import { calledOperation } from './called-operation.ts'
import { iamEndpointOf } from './own-endpoints.ts'
import { readsIam } from './reads-iam.ts'
import { retryUnlessThrottled } from './retry.ts'
import { sendBounded } from './send-bounded.ts'

type Clients = Map<string, IAMClient>

const holder = globalThis as typeof globalThis & { lifeguardIamClients?: Clients }
const clients: Clients = (holder.lifeguardIamClients ??= new Map())

/** Without it an answer is none: a page of something between here and the service is read as no roles at all. */
const members: Readonly<Record<string, string>> = {
  GetRole: 'Role',
  ListOpenIDConnectProviders: 'OpenIDConnectProviderList',
  ListRoles: 'Roles',
  ListSAMLProviders: 'SAMLProviderList',
  ListAttachedRolePolicies: 'AttachedPolicies',
  GetPolicy: 'Policy',
  GetPolicyVersion: 'PolicyVersion',
  ListRolePolicies: 'PolicyNames',
  GetRolePolicy: 'PolicyDocument',
  SimulatePrincipalPolicy: 'EvaluationResults',
}

export type Iam = {
  /** Sends one reading command, as the `send` of Cognito does. Errors: an `AppError`; `NOT_FOUND` for no such role or policy. */
  send: <I extends ServiceInputTypes, O extends ServiceOutputTypes>(
    command: $Command<I, O, IAMClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>,
  ) => Promise<O>
}

/** IAM as one call sees it; the Region only tells the partition. Errors: `VALIDATION` where IAM is not read. */
export function boundIam(connection: Connection, region: string): Iam {
  if (!readsIam(connection))
    throw new AppError({
      code: 'VALIDATION',
      message: `IAM is not read on the connection ${connection.name}.`,
      hint: 'It is read on connections to AWS and on the embedded emulator, and everywhere when AWS_ENDPOINT_URL_IAM names an IAM to ask.',
    })
  return {
    send(command) {
      const operation = calledOperation(command)
      return sendBounded(command, (options) => iamClient(connection, region).send(command, options), {
        connection,
        region,
        operation,
        effect: 'read',
        json: false,
        mayBeEmpty: false,
        member: members[operation] ?? null,
      })
    },
  }
}

function iamClient(connection: Connection, region: string): IAMClient {
  const endpoint = iamEndpointOf(connection)
  const key = [connection.id, endpoint, region].join(' ')
  const known = clients.get(key)
  if (known) return known
  const client = new IAMClient({
    region,
    ...(endpoint ? { endpoint } : {}),
    credentials: credentialsOf(connection, region),
    retryStrategy: retryUnlessThrottled(2),
    requestHandler: { connectionTimeout: 2_000 },
  })
  clients.set(key, client)
  return client
}
