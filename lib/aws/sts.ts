import 'server-only'
import { GetCallerIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts'
import type { Connection } from '../config/schema.ts'
import { sendBounded } from './send-bounded.ts'

type Caller = Pick<STSClientConfig, 'region' | 'endpoint' | 'credentials'> & { region: string }

/** Whose credentials these are, as STS says. */
export async function callerIdentity(connection: Connection, caller: Caller) {
  const client = new STSClient({ ...caller, maxAttempts: 2 })
  try {
    const command = new GetCallerIdentityCommand({})
    return await sendBounded(command, (options) => client.send(command, options), {
      connection,
      region: caller.region,
      operation: 'GetCallerIdentity',
      effect: 'read',
      json: false,
      mayBeEmpty: false,
      member: null,
    })
  } finally {
    client.destroy()
  }
}
