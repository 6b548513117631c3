import 'server-only'
import { config } from '../config/config.ts'
import type { PoolRef } from '../core/refs.ts'
import { store } from '../db/open.ts'
import type { Drift } from '../drift/changed-outside.ts'
import { lastDrift } from '../drift/kept-parts.ts'
import { noteReading } from '../drift/note-reading.ts'
import { principalTagsPart, ROLES_PART, SETTINGS_PART, TAGS_PART } from '../drift/part-names.ts'
import { seenSettings, seenTags } from '../pools/seen-settings.ts'
import type { ServicePool } from '../pools/to-service-pool.ts'
import { principalTagFacts, type PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import type { Read } from './snapshot.ts'

type WholePool = {
  /** Before the first call, epoch milliseconds. */
  began: number
  description: ServicePool
  roles: Read<RoleSettings>
  principalTags: Read<PrincipalTags[]>
}

const DAY_MS = 86_400_000

/** Keeps what was read of a pool, if that is all of it, and answers what was last found changed outside. */
export async function readDrift(
  pool: PoolRef,
  { began, description, roles, principalTags }: WholePool,
): Promise<Drift | null> {
  if (roles.known && principalTags.known)
    await noteReading(pool, {
      began,
      parts: {
        [SETTINGS_PART]: seenSettings(description),
        [ROLES_PART]: roleFacts(roles.value),
        [TAGS_PART]: seenTags(description.IdentityPoolTags ?? {}),
        ...Object.fromEntries(
          principalTags.value.map((map) => [principalTagsPart(map.provider), principalTagFacts(map)]),
        ),
      },
    })
  const drift = await lastDrift(store(), pool)
  return drift && Date.now() - drift.at < config().findings.changedOutsideDays * DAY_MS ? drift : null
}
