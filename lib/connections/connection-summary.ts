import type { ActorRole } from '../auth/permissions.ts'

/** A connection as the browser may know it: no credentials, no endpoint. */
export type ConnectionSummary = {
  id: string
  name: string
  kind: 'emulator' | 'endpoint' | 'aws'
  regions: string[]
  readOnly: boolean
  /** Whether the account's IAM roles may be read. */
  readsIam: boolean
}

export type ConsoleSession = {
  connections: ConnectionSummary[]
  actor: { name: string; role: ActorRole }
  /** Whether an act of the desk needs a reason. */
  requireReason: boolean
}
