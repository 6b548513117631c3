import type { ActorRole, Permission } from '../auth/permissions.ts'

/** A session as its owner and an admin see it. Times are epoch milliseconds. */
export type ShownSession = {
  sessionId: string
  personId: string
  name: string
  way: 'link' | 'oidc'
  address: string | null
  agent: string | null
  signedInAt: number
  seenAt: number
  endsAt: number
  /** Whether it is the one that asks. */
  isOwn: boolean
}

/** What somebody may do on a connection. */
export type AccessOn = {
  connectionId: string
  name: string
  role: ActorRole
  readOnly: boolean
  permissions: readonly Permission[]
  /** How many identities one act may delete at most; null where nothing but Lifeguard's own limits counts. */
  mostDeleted: number | null
}

export type OwnAccess = {
  name: string
  role: ActorRole
  access: readonly AccessOn[]
  sessions: readonly ShownSession[]
}
