import 'server-only'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { SessionKeys, SessionRole } from './session.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'

const TIMEOUT_MS = 3_000
/** AWS's own session tokens are opaque; servers that stand in for it may name the role openly. */
const CLEAR_TEXT = /^role=(arn:aws[\w-]*:iam::\d{12}:role\/[^;\s]+);/
const ASSUMED = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//

/** The role of a session. STS is asked for connections to AWS, and for others only where an endpoint of it is set. */
export async function sessionRole(connection: Connection, region: string, keys: SessionKeys): Promise<SessionRole> {
  const named = CLEAR_TEXT.exec(keys.sessionToken)?.[1]
  if (named) return { roleArn: named, by: 'session-token' }
  const { stsEndpoint } = config()
  if (connection.kind !== 'aws' && stsEndpoint === null) return null
  const client = new STSClient({
    region,
    ...(stsEndpoint ? { endpoint: stsEndpoint } : {}),
    credentials: keys,
    requestHandler: { requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
    maxAttempts: 1,
  })
  try {
    const { Arn = '' } = await client.send(new GetCallerIdentityCommand({}))
    const [, partition, account, name] = ASSUMED.exec(Arn) ?? []
    return name ? { roleArn: `arn:${partition}:iam::${account}:role/${name}`, by: 'sts' } : null
  } catch {
    return null
  } finally {
    client.destroy()
  }
}
