import type { IdentityRef, PoolRef } from './refs.ts'

/** One path segment; the colon of an id stays readable. */
const segment = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':')

/** The audit log is of all connections. */
export const AUDIT_PATH = '/audit'
/** One entry, for good. */
export const auditEntryPath = (operationId: string): string => `${AUDIT_PATH}/${segment(operationId)}`
/** The whole run that an entry is a batch of. */
export const auditRunPath = (operationId: string): string => `${auditEntryPath(operationId)}?as=run`

/** A person is erased from all connections. */
export const ERASE_PATH = '/erase'
export const erasureRecordPath = (runId: string): string => `${ERASE_PATH}/${segment(runId)}`

export const poolsPath = (connectionId: string): string => `/${segment(connectionId)}/pools`
/** What a connection is, and whether it works. */
export const connectionPath = (connectionId: string): string => `/${segment(connectionId)}/about`
export const findingsPath = (connectionId: string): string => `/${segment(connectionId)}/findings`
export const findPath = (connectionId: string): string => `/${segment(connectionId)}/find`
export const jobsPath = (connectionId: string): string => `/${segment(connectionId)}/jobs`
export const jobPath = ({ connectionId, jobId }: { connectionId: string; jobId: string }): string =>
  `${jobsPath(connectionId)}/${segment(jobId)}`
/** What became of each id of a job, as CSV. */
export const jobResultsPath = ({ connectionId, jobId }: { connectionId: string; jobId: string }): string =>
  `/api/jobs/${segment(jobId)}/results?${new URLSearchParams({ connection: connectionId })}`
export const mapsPath = (connectionId: string): string => `${findPath(connectionId)}/maps`
export const peoplePath = (connectionId: string): string => `${findPath(connectionId)}/list`
export const poolPath = (pool: PoolRef): string => `${poolsPath(pool.connectionId)}/${segment(pool.poolId)}`
/** The overview of a pool that was made a moment ago: it says what its roles need. */
export const madePoolPath = (pool: PoolRef): string => `${poolPath(pool)}?made=1`
export const accessPath = (pool: PoolRef): string => `${poolPath(pool)}/access`
export const historyPath = (pool: PoolRef): string => `${poolPath(pool)}/history`
/** The page of a pool that does what a finding asks for. */
export type FindingForm = 'access' | 'roles' | 'history'
/** A form of the pool with the remedy of a finding in it; `fix` is the check's id. History has no form. */
export const remedyPath = (pool: PoolRef, form: FindingForm, fix: string, subject: string): string =>
  form === 'history'
    ? historyPath(pool)
    : `${poolPath(pool)}/${form}?${new URLSearchParams({ fix, ...(subject && { subject }) })}`
/** A form of the pool at what a finding is about, with nothing changed in it. */
export const findingPath = (pool: PoolRef, form: FindingForm, finding: string, subject: string): string =>
  form === 'history'
    ? historyPath(pool)
    : `${poolPath(pool)}/${form}?${new URLSearchParams({ finding, ...(subject && { subject }) })}`
/** A form of the pool, opened at the field of a provider, a role or a setting. */
export const placePath = (pool: PoolRef, form: 'access' | 'roles', at: string): string =>
  `${poolPath(pool)}/${form}?${new URLSearchParams({ at })}`
export const tagsPath = (pool: PoolRef): string => `${poolPath(pool)}/tags`
export const createPoolPath = (connectionId: string): string => `${poolsPath(connectionId)}/create`
export const rolesPath = (pool: PoolRef): string => `${poolPath(pool)}/roles`
export const codePath = (pool: PoolRef): string => `${poolPath(pool)}/code`
export const importPath = (connectionId: string): string => `/${segment(connectionId)}/import`
/** A deleted pool made anew from the entry of its deletion. */
export const createAgainPath = (connectionId: string, operationId: string): string =>
  `/${segment(connectionId)}/create-again?entry=${segment(operationId)}`
export const clonePath = (pool: PoolRef): string => `/${segment(pool.connectionId)}/clone?pool=${segment(pool.poolId)}`

/** A pool in an address that names a connection already: `connection/pool id`. */
const poolParameter = ({ connectionId, poolId }: PoolRef): string => `${connectionId}/${poolId}`

export function comparePath(connectionId: string, left: PoolRef | null, right: PoolRef | null): string {
  const query = new URLSearchParams()
  if (left) query.set('left', poolParameter(left))
  if (right) query.set('right', poolParameter(right))
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')
  return `/${segment(connectionId)}/compare${text && `?${text}`}`
}

export const accessTestPath = (pool: PoolRef): string => `${poolPath(pool)}/access-test`
export const identitiesPath = (pool: PoolRef): string => `${poolPath(pool)}/identities`
/** A pool's index as a file. */
export const exportIdentitiesPath = (pool: PoolRef, asked: { filter: string; format: string }): string =>
  `/api/identities?${new URLSearchParams({ connection: pool.connectionId, pool: pool.poolId, ...asked })}`
export const explorePath = (pool: PoolRef): string => `${poolPath(pool)}/explore`
/** What a pool's people may do in the account. */
export const reachPath = (pool: PoolRef): string => `${poolPath(pool)}/reach`
/** The same, with a question about one identity begun. */
export const reachOfIdentityPath = (pool: PoolRef, identityId: string): string =>
  `${reachPath(pool)}?${new URLSearchParams({ identity: identityId })}`
/** The rules that delete a pool's old identities by themselves. */
export const retentionPath = (pool: PoolRef): string => `${identitiesPath(pool)}/retention`
export const identityPath = (identity: IdentityRef): string =>
  `/${segment(identity.connectionId)}/identities/${segment(identity.identityId)}`
export const developerIdentitiesPath = (pool: PoolRef): string => `${poolPath(pool)}/developer-identities`
/** `from`: the job whose list one begins with. */
export const listsPath = (pool: PoolRef, from?: string): string =>
  `${developerIdentitiesPath(pool)}/list${from === undefined ? '' : `?from=${segment(from)}`}`
/** The merge with these identities in its boxes. Ids alone: identifiers name people and stay out of addresses. */
export function mergePath(pool: PoolRef, { keep, move }: { keep: string | null; move: string | null }): string {
  const query = new URLSearchParams({ ...(keep && { stays: keep }), ...(move && { moves: move }) }).toString()
  return `${developerIdentitiesPath(pool)}${query && `?${query.replaceAll('%3A', ':')}`}`
}
