import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../state/store.ts'
import type { World } from '../state/world.ts'

const KEY_SETTING = 'session-key'
const SECRET_LENGTH = 40
const TOKEN = /^role=(arn:aws[\w-]*:iam::\d{12}:role\/[^;]+);session=([^;]+);.*;expires=(\d+);id=[0-9a-f]+$/

/** The session behind temporary credentials. */
export interface Session {
  roleArn: string
  name: string
  /** Seconds since 1970. */
  expires: number
  secret: string
}

/** Who asks: a session of a role, or whoever has keys of the account. */
export type Caller = Session | null

/** Kept with the data, so that credentials outlive a restart. */
function sessionKey(store: Store): string {
  const kept = store.setting(KEY_SETTING)
  if (kept !== null) return kept
  const made = randomBytes(32).toString('base64')
  store.saveSetting(KEY_SETTING, made)
  return made
}

const secretOf = (store: Store, keyId: string, token: string) =>
  createHmac('sha256', sessionKey(store)).update(`${keyId}\n${token}`).digest('base64').slice(0, SECRET_LENGTH)

/**
 * Credentials of a role for so many seconds. The token tells in clear text whose they are, and the secret follows from
 * it, so that nothing has to be kept.
 */
export function issueCredentials(
  world: World,
  session: { roleArn: string; name: string; identity: string; tags: { [tag: string]: string }; seconds: number },
) {
  const { roleArn, name, identity, tags, seconds } = session
  const expires = Math.floor(world.clock.now() / 1000) + seconds
  const facts = { role: roleArn, session: name, identity, tags: JSON.stringify(tags), expires: String(expires) }
  const accessKeyId = `ASIA${randomBytes(10).toString('hex').slice(0, 16).toUpperCase()}`
  const sessionToken = readable({ ...facts, id: randomBytes(12).toString('hex') })
  return { accessKeyId, secret: secretOf(world.store, accessKeyId, sessionToken), sessionToken, expires }
}

/** Null for a token that is none of ours. */
export function readSession(store: Store, keyId: string, token: string | null): Session | null {
  const [, roleArn = '', name = '', expires] = TOKEN.exec(token ?? '') ?? []
  if (token === null || !roleArn) return null
  return { roleArn, name, expires: Number(expires), secret: secretOf(store, keyId, token) }
}

/** Fit for a header. */
const readable = (facts: { [name: string]: string }) =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${value.toWellFormed().replace(/[^\x21-\x3a\x3c-\x7e]/gu, encodeURIComponent)}`)
    .join(';')
