import type { Tags } from '../state/principal-tags.ts'
import type { World } from '../state/world.ts'
import { COGNITO_PROVIDER } from './openid-token.ts'
import type { Context } from './policy-condition.ts'

/** Who is to get a session of a role, as Amazon Cognito says it to STS. */
export interface SessionSubject {
  /** A pool's id. */
  aud: string
  /** An identity's id. */
  sub: string
  amr: readonly string[]
  tags: Tags
  /** The session's name. */
  session: string
}

/** What STS knows of a request to take a role; a session without tags has no `aws:TagKeys`. */
export function sessionContext(world: World, { aud, sub, amr, tags, session }: SessionSubject): Context {
  const now = new Date(world.clock.now())
  const keys = Object.keys(tags)
  const known: [string, readonly string[]][] = [
    [`${COGNITO_PROVIDER}:aud`, [aud]],
    [`${COGNITO_PROVIDER}:sub`, [sub]],
    [`${COGNITO_PROVIDER}:amr`, amr],
    ['sts:RoleSessionName', [session]],
    ['aws:FederatedProvider', [COGNITO_PROVIDER]],
    ['aws:CurrentTime', [now.toISOString()]],
    ['aws:EpochTime', [String(Math.floor(now.getTime() / 1000))]],
    ['aws:SecureTransport', ['true']],
    ...Object.entries(tags).map(([tag, value]): [string, string[]] => [`aws:RequestTag/${tag}`, [value]]),
    ...(keys.length > 0 ? [['aws:TagKeys', keys] as [string, string[]]] : []),
  ]
  return new Map(known.map(([key, values]) => [key.toLowerCase(), values]))
}
