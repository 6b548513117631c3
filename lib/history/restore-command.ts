import { toTagCommands } from '../code/tag-commands.ts'
import { toPrincipalTagsCommand, toSaveCommands, toSetRolesCommand } from '../code/to-aws-cli.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Present, RestoreCall } from './plan-restore.ts'

/** The AWS CLI commands that restore the same. */
export function restoreCommand(pool: PoolRef, call: RestoreCall, present: Present): string {
  const region = regionOfId(pool.poolId)
  if (call.kind === 'roles') return toSetRolesCommand(region, pool.poolId, call.roles)
  if (call.kind === 'principal-tags') return toPrincipalTagsCommand(region, pool.poolId, call.principalTags)
  if (call.kind === 'tags') return toTagCommands(pool, call.seen.arn, call.seen.tags, call.next)
  if (present.kind !== 'pool') return ''
  const { loginProviders, ...change } = call.change
  const now = present.pool.loginProviders
  const next = Object.entries(loginProviders ?? now).map(([name, value]) => [name, value ?? now[name] ?? ''] as const)
  return toSaveCommands({ ...present.pool, ...change, loginProviders: Object.fromEntries(next) }, [])
}
