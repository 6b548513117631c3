import type { ActorRole, Permission } from './permissions.ts'
import type { RolesByConnection } from './roles-by-connection.ts'

/** Who acts. `id` is stable and goes into the audit; `name` is for people. */
export type Actor = {
  id: string
  name: string
  /** For what is about no connection. */
  role: ActorRole
  /** Their roles by connection, where they are not the same everywhere. */
  on?: RolesByConnection
  /** What a program's token was made for; a person has all that their roles give. */
  only?: readonly Permission[]
  /** Their session in a browser, and when they last proved who they are (epoch milliseconds). */
  session?: { sessionId: string; signedInAt: number; way: 'link' | 'oidc' }
}

/** The local operator, who signs in with a link of this machine. */
export const LOCAL = 'local'

/** Begin the ids of users of this machine at the command line, and of programs with a token. */
export const OF_COMMAND = 'command:'
export const OF_TOKEN = 'token:'

/** Whether nobody has signed in as this actor: then two of them may be one person. */
export const isNotSignedIn = ({ id }: Pick<Actor, 'id'>): boolean =>
  id === LOCAL || id.startsWith(OF_COMMAND) || id.startsWith(OF_TOKEN)
