import type { Connection } from '../config/schema.ts'
import type { ActorRole } from '../auth/permissions.ts'

/** A connection as the browser may know it: no credentials. */
export type ConnectionSummary = {
  id: string
  name: string
  /** The actor's on it. */
  role: ActorRole
  /** What the configuration marks it with, to be told from others: "PROD", in red. */
  label: Connection['label']
  color: Connection['color']
  kind: 'emulator' | 'endpoint' | 'aws'
  regions: string[]
  readOnly: boolean
  /** Whether the account's IAM roles may be read. */
  readsIam: boolean
  /** Whether the account's user pools may be read. */
  readsUserPools: boolean
  /** What the AWS CLI is told to reach it. */
  cli: {
    endpoint: string | null
    profile: string | null
    /** Whether it acts with credentials that no command can name: those of the configuration, or of a role to assume. */
    ownCredentials: boolean
  }
}

export type ConsoleSession = {
  connections: ConnectionSummary[]
  /** `role`: for what is about no connection. `sessionId`: of the session that asks. */
  actor: { name: string; role: ActorRole; sessionId: string | null }
  /** Whether an act of the desk needs a reason. */
  requireReason: boolean
  /** Whether an erasure takes what names the person out of the audit log. */
  erasesFromLog: boolean
  /** How many connections there are besides, which are not for the actor's role. */
  otherConnections: number
}
