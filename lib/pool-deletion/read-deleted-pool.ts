import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { taggedOnly } from '../code/snapshot.ts'
import { errorShape } from '../core/errors.ts'
import { readPool } from '../pools/service.ts'
import { everTagged, type PrincipalTags } from '../principal-tags/principal-tags.ts'
import { readPrincipalTags } from '../principal-tags/service.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { readRoles } from '../roles/service.ts'
import type { DeletedPool, UnreadPart } from './deleted-pool.ts'

/** Everything that a pool is, read before it goes. Errors: those of its own description; what else fails is named. */
export async function readDeletedPool(cognito: Cognito, poolId: string): Promise<DeletedPool> {
  const pool = await readPool(cognito, poolId)
  const notRead: UnreadPart[] = []
  const attempt = <T>(part: Omit<UnreadPart, 'code'>, read: Promise<T>): Promise<T | null> =>
    read.catch((error: unknown) => {
      notRead.push({ ...part, code: errorShape(error).code })
      return null
    })
  const roles = await attempt({ part: 'roles', provider: null }, readRoles(cognito, poolId))
  const maps = await Promise.all(
    everTagged(pool, roles?.mappings ?? []).map((provider) =>
      attempt({ part: 'principal-tags', provider }, readPrincipalTags(cognito, poolId, provider)),
    ),
  )
  const principalTags = taggedOnly(maps.flatMap((map) => (map === null ? [] : [withoutFingerprint(map)])))
  return { pool, roles: roles && toSettings(roles), principalTags, notRead }
}

const toSettings = ({ authenticated, unauthenticated, mappings }: RoleSettings): RoleSettings => ({
  authenticated,
  unauthenticated,
  mappings,
})

const withoutFingerprint = ({ provider, useDefaults, tags }: PrincipalTags): PrincipalTags => ({
  provider,
  useDefaults,
  tags,
})
