import {
  AUDIT_PATH,
  comparePath,
  createPoolPath,
  findingsPath,
  findPath,
  importPath,
  jobsPath,
  poolsPath,
} from '#lib/core/paths.ts'

type Place = { id: string; label: string; keys?: string; href: string }

/** The pages of a connection that are about no single pool. */
export const places = (connectionId: string): Place[] => [
  { id: 'pools', label: 'Pools', keys: 'g p', href: poolsPath(connectionId) },
  { id: 'find', label: 'Find a person', keys: 'g f', href: findPath(connectionId) },
  { id: 'findings', label: 'Findings', keys: 'g i', href: findingsPath(connectionId) },
  { id: 'jobs', label: 'Jobs', keys: 'g j', href: jobsPath(connectionId) },
  { id: 'create', label: 'Create pool', href: createPoolPath(connectionId) },
  { id: 'import', label: 'Import a pool', href: importPath(connectionId) },
  { id: 'compare', label: 'Compare pools', href: comparePath(connectionId, null, null) },
  { id: 'audit', label: 'Audit log', keys: 'g a', href: AUDIT_PATH },
]
