import 'server-only'
import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import { fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import type { Connection } from '#lib/config/schema.ts'
import type { Effect } from './calls.ts'
import { retryUnlessThrottled } from './retry.ts'
import { boundedAnswers } from './send-bounded.ts'

const CONNECT_TIMEOUT_MS = 2_000
const READ_ATTEMPTS = 2
/** For a client that hears of no budget. */
const IMPATIENT = { requestTimeout: 4_000, throwOnRequestTimeout: true }

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
type Clients = Map<string, CognitoIdentityClient>

const holder = globalThis as typeof globalThis & { lifeguardClients?: Clients }
const clients: Clients = (holder.lifeguardClients ??= new Map())

const dummy: Credentials = { accessKeyId: 'lifeguard', secretAccessKey: 'lifeguard' }

/**
 * The SDK client of a connection and Region, made once. A write is attempted once, since a repeated one could act
 * twice; a read is repeated after network errors and 5xx. Neither waits out a throttle: the caller does, visibly.
 */
export function cognitoClient(connection: Connection, region: string, effect: Effect): CognitoIdentityClient {
  const key = [connection.id, connection.endpoint, region, effect].join(' ')
  const existing = clients.get(key)
  if (existing) return existing
  const client = new CognitoIdentityClient({
    region,
    ...(connection.endpoint ? { endpoint: connection.endpoint } : {}),
    credentials: credentialsOf(connection, region),
    retryStrategy: retryUnlessThrottled(effect === 'read' ? READ_ATTEMPTS : 1),
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      httpAgent: { keepAlive: true, maxSockets: 256 },
      httpsAgent: { keepAlive: true, maxSockets: 256 },
    },
  })
  clients.set(key, client)
  return client
}

/** Explicit keys, else dummy ones for a server that is not AWS, else the SDK's chain, profile and role. */
export function credentialsOf(connection: Connection, region: string) {
  if (connection.credentials) {
    const { accessKeyId, secretAccessKey, sessionToken } = connection.credentials
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
  }
  const usesChain = connection.kind === 'aws' || connection.profile || connection.roleArn
  if (!usesChain) return dummy
  const base = connection.profile ? fromIni({ profile: connection.profile }) : fromNodeProviderChain()
  if (!connection.roleArn) return base
  return fromTemporaryCredentials({
    masterCredentials: base,
    params: { RoleArn: connection.roleArn, RoleSessionName: 'lifeguard' },
    clientConfig: {
      region,
      maxAttempts: READ_ATTEMPTS,
      requestHandler: { ...IMPATIENT, connectionTimeout: CONNECT_TIMEOUT_MS },
    },
    clientPlugins: [boundedAnswers],
  })
}
