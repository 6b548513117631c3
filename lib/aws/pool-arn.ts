import 'server-only'
import type { Connection } from '../config/schema.ts'
import { accountIdOf } from './account-id.ts'
import { regionOfId } from '../core/limits.ts'

const partitions: [prefix: string, partition: string][] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
]

/** A pool's ARN, which tags are kept under. Errors: those of asking STS for the account. */
export async function poolArn(connection: Connection, poolId: string): Promise<string> {
  const region = regionOfId(poolId)
  const partition = partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws'
  return `arn:${partition}:cognito-identity:${region}:${await accountIdOf(connection, region)}:identitypool/${poolId}`
}
