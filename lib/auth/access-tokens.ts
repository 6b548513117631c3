import 'server-only'
import { randomUUID } from 'node:crypto'
import { store } from '../db/open.ts'
import type { AccessTokenTable } from '../db/sign-in-tables.ts'
import { actorRoles, permissions, type ActorRole, type Permission } from './permissions.ts'
import { OF_TOKEN, type Actor } from './actor.ts'
import { newSecret, secretHash } from './secret-token.ts'

/** So that a secret that lies about somewhere is known for what it is. */
const MARK = 'lifeguard_'
/** So often at most it is noted that a token is in use. */
const NOTED_MS = 60_000

export type AccessToken = {
  tokenId: string
  name: string
  role: ActorRole
  connectionIds: readonly string[]
  /** What it may do of what its role may. */
  permissions: readonly Permission[]
  madeBy: string
  /** Epoch milliseconds, as the others. */
  madeAt: number
  endsAt: number
  usedAt: number | null
  /** How it ended; null of one that still counts. */
  ended: 'revoked' | 'over' | null
}

type NewToken = Pick<AccessToken, 'name' | 'role' | 'connectionIds' | 'permissions' | 'endsAt'>

/** Makes a token for a program. Returns its secret, which is kept nowhere. */
export async function makeToken(asked: NewToken, maker: Pick<Actor, 'id' | 'name'>, db = store()) {
  const secret = `${MARK}${newSecret()}`
  const row: AccessTokenTable = {
    token_id: `${OF_TOKEN}${randomUUID()}`,
    token_hash: secretHash(secret),
    name: asked.name,
    role: asked.role,
    connections: JSON.stringify(asked.connectionIds),
    permissions: JSON.stringify(asked.permissions),
    made_by: maker.id,
    made_by_name: maker.name,
    made_at: Date.now(),
    ends_at: asked.endsAt,
    used_at: null,
    revoked_at: null,
  }
  await db.insertInto('access_token').values(row).execute()
  return { secret, token: tokenOf(row) }
}

/** All tokens, also those that ended, the newest first. */
export async function listTokens(db = store()): Promise<AccessToken[]> {
  return (await db.selectFrom('access_token').selectAll().orderBy('made_at', 'desc').execute()).map(tokenOf)
}

/** Ends a token; false when there is none such that still goes on. */
export async function revokeToken(tokenId: string, db = store()): Promise<boolean> {
  const revoked = await db
    .updateTable('access_token')
    .set({ revoked_at: Date.now() })
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .returning('token_id')
    .execute()
  return revoked.length > 0
}

/** The program whose token this is; null of one that ended or never was. Notes that it is in use. */
export async function tokenActor(secret: string, db = store()): Promise<Actor | null> {
  if (!secret.startsWith(MARK)) return null
  const hash = secretHash(secret)
  const row = await db.selectFrom('access_token').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  if (!row || hasEnded(row)) return null
  const now = Date.now()
  if (now - (row.used_at ?? 0) >= NOTED_MS)
    await db.updateTable('access_token').set({ used_at: now }).where('token_hash', '=', hash).execute()
  return actorOfToken(row)
}

/** The same by the token's id. */
export async function tokenActorById(tokenId: string, db = store()): Promise<Actor | null> {
  const row = await db.selectFrom('access_token').selectAll().where('token_id', '=', tokenId).executeTakeFirst()
  return !row || hasEnded(row) ? null : actorOfToken(row)
}

const hasEnded = ({ ends_at, revoked_at }: AccessTokenTable): boolean => revoked_at !== null || ends_at <= Date.now()

function actorOfToken(row: AccessTokenTable): Actor {
  const { tokenId, name, role, connectionIds, permissions: only } = tokenOf(row)
  return {
    id: tokenId,
    name: `token ${name}`,
    role,
    on: Object.fromEntries(connectionIds.map((connectionId) => [connectionId, role])),
    only,
  }
}

function tokenOf(row: AccessTokenTable): AccessToken {
  const named = JSON.parse(row.permissions) as string[]
  return {
    tokenId: row.token_id,
    name: row.name,
    role: actorRoles.find((role) => role === row.role) ?? 'viewer',
    connectionIds: JSON.parse(row.connections) as string[],
    permissions: permissions.filter((permission) => named.includes(permission)),
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    endsAt: row.ends_at,
    usedAt: row.used_at,
    ended: row.revoked_at !== null ? 'revoked' : row.ends_at <= Date.now() ? 'over' : null,
  }
}
