import 'server-only'
import { IAMClient } from '@aws-sdk/client-iam'
import { credentialsOf } from './client.ts'
import { retryUnlessThrottled } from './retry.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { readsIam } from './reads-iam.ts'

type Clients = Map<string, IAMClient>

const holder = globalThis as typeof globalThis & { lifeguardIamClients?: Clients }
const clients: Clients = (holder.lifeguardIamClients ??= new Map())

/** The IAM client of a connection; the Region only tells the partition. Errors: `VALIDATION` where IAM is not read. */
export function iamClient(connection: Connection, region: string): IAMClient {
  if (!readsIam(connection))
    throw new AppError({ code: 'VALIDATION', message: `IAM is not read on the connection ${connection.name}.` })
  const key = `${connection.id} ${region}`
  const known = clients.get(key)
  if (known) return known
  const { iamEndpoint } = config()
  const client = new IAMClient({
    region,
    ...(iamEndpoint ? { endpoint: iamEndpoint } : {}),
    credentials: credentialsOf(connection, region),
    retryStrategy: retryUnlessThrottled(2),
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  })
  clients.set(key, client)
  return client
}
