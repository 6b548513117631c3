import {
  accessPath,
  accessTestPath,
  codePath,
  developerIdentitiesPath,
  explorePath,
  historyPath,
  identitiesPath,
  poolPath,
  reachPath,
  rolesPath,
  tagsPath,
} from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** The pages of a pool in the order of its tabs; the first nine answer to their number. */
export const poolPages = (pool: PoolRef): { label: string; href: string }[] => [
  { label: 'Overview', href: poolPath(pool) },
  { label: 'Access', href: accessPath(pool) },
  { label: 'Roles', href: rolesPath(pool) },
  { label: 'Identities', href: identitiesPath(pool) },
  { label: 'Developer identities', href: developerIdentitiesPath(pool) },
  { label: 'Access test', href: accessTestPath(pool) },
  { label: 'Tags', href: tagsPath(pool) },
  { label: 'Code', href: codePath(pool) },
  { label: 'History', href: historyPath(pool) },
  { label: 'Explore', href: explorePath(pool) },
  { label: 'Reach', href: reachPath(pool) },
]
