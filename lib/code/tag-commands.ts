import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import { isReservedTag } from '../pools/reserved-tag.ts'
import { AND, awsCommand, flag, jsonFlag } from './aws-command.ts'

/** Removes, then adds and changes tags, as many commands as that takes; those that only AWS sets stay. */
export function toTagCommands(
  { poolId }: PoolRef,
  arn: string,
  before: Record<string, string>,
  after: Record<string, string>,
): string {
  const region = regionOfId(poolId)
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key) && !isReservedTag(key))
  const changed = Object.entries(after).filter(([key, value]) => before[key] !== value && !isReservedTag(key))
  const target = flag('resource-arn', arn)
  return [
    ...(removed.length > 0 ? [awsCommand('untag-resource', region, [target, jsonFlag('tag-keys', removed)])] : []),
    ...(changed.length > 0
      ? [awsCommand('tag-resource', region, [target, jsonFlag('tags', Object.fromEntries(changed))])]
      : []),
  ].join(AND)
}
