import 'server-only'
import { stsEndpointOf } from '../aws/own-endpoints.ts'
import { callerIdentity } from '../aws/sts.ts'
import type { SessionKeys, SessionRole } from './session.ts'
import type { Connection } from '../config/schema.ts'

/** AWS's own session tokens are opaque; servers that stand in for it may name the role openly. */
const CLEAR_TEXT = /^role=(arn:aws[\w-]*:iam::\d{12}:role\/[^;\s]+);/
const ASSUMED = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//

/** The role of a session. STS is asked for connections to AWS and to the emulator, and for others only where an endpoint of it is set. */
export async function sessionRole(connection: Connection, region: string, keys: SessionKeys): Promise<SessionRole> {
  const named = CLEAR_TEXT.exec(keys.sessionToken)?.[1]
  if (named) return { roleArn: named, by: 'session-token' }
  const stsEndpoint = stsEndpointOf(connection)
  if (connection.kind !== 'aws' && stsEndpoint === null) return null
  try {
    const endpoint = stsEndpoint ? { endpoint: stsEndpoint } : {}
    const { Arn = '' } = await callerIdentity(connection, { region, ...endpoint, credentials: keys })
    const [, partition, account, name] = ASSUMED.exec(Arn) ?? []
    return name ? { roleArn: `arn:${partition}:iam::${account}:role/${name}`, by: 'sts' } : null
  } catch {
    return null
  }
}
