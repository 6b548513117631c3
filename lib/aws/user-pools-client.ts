import 'server-only'
import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { credentialsOf } from './client.ts'
import { userPoolsEndpointOf } from './own-endpoints.ts'
import { readsUserPools } from './reads-user-pools.ts'
import { retryUnlessThrottled } from './retry.ts'
import { sendBounded } from './send-bounded.ts'
import { USER_POOLS } from './user-pool-commands.ts'

type Sent = Parameters<CognitoIdentityClient['send']>[0]
type Clients = Map<string, CognitoIdentityClient>

const holder = globalThis as typeof globalThis & { lifeguardUserPoolClients?: Clients }
const clients: Clients = (holder.lifeguardUserPoolClients ??= new Map())

export type UserPools = {
  /** Sends one reading command of `user-pool-commands`, whose name a build does not keep. Errors: an `AppError`; `NOT_FOUND` for no such user pool. */
  send: <O>(call: { operation: string; member: string }, command: { middlewareStack: object }) => Promise<O>
}

/** Amazon Cognito user pools as one call sees them. Errors: `VALIDATION` where they are not read. */
export function boundUserPools(connection: Connection, region: string): UserPools {
  if (!readsUserPools(connection))
    throw new AppError({
      code: 'VALIDATION',
      message: `User pools are not read on the connection ${connection.name}.`,
      hint: 'They are read on connections to AWS and on the embedded emulator, and everywhere when AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER names a service to ask.',
    })
  return {
    async send<O>({ operation, member }: { operation: string; member: string }, command: { middlewareStack: object }) {
      // The client is that of identity pools with another service's names: its types are of those alone.
      const sent = command as Sent
      return (await sendBounded(sent, (options) => clientOf(connection, region).send(sent, options), {
        connection,
        region,
        operation,
        effect: 'read',
        json: true,
        mayBeEmpty: false,
        member,
      })) as O
    },
  }
}

/** A client of the SDK that we have, with the names of another service that speaks the same protocol. */
function clientOf(connection: Connection, region: string): CognitoIdentityClient {
  const endpoint = userPoolsEndpointOf(connection)
  const key = [connection.id, endpoint, region].join(' ')
  const known = clients.get(key)
  if (known) return known
  const { namespace, target, version, signingName } = USER_POOLS
  // The SDK reads it and does not say so in its types.
  const signing = { signingName }
  const client = new CognitoIdentityClient({
    region,
    endpoint: endpoint ?? awsEndpoint(region),
    credentials: credentialsOf(connection, region),
    retryStrategy: retryUnlessThrottled(2),
    requestHandler: { connectionTimeout: 2_000 },
    serviceId: 'Cognito Identity Provider',
    protocolSettings: { defaultNamespace: namespace, version, serviceTarget: target },
    ...signing,
  })
  clients.set(key, client)
  return client
}

const awsEndpoint = (region: string): string =>
  `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
