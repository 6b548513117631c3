import 'server-only'
import { GetRoleCommand } from '@aws-sdk/client-iam'
import { accountIdOf } from '../aws/account-id.ts'
import { boundIam } from '../aws/iam-client.ts'
import type { Connection } from '../config/schema.ts'
import { atMost } from '../core/at-most.ts'
import { roleAddress } from './role-address.ts'

const AT_ONCE = 8

/** How many seconds a session of each role may have at most; null where IAM does not tell. It never throws. */
export async function sessionLengths(
  connection: Connection,
  region: string,
  arns: readonly string[],
): Promise<(number | null)[]> {
  const once = atMost(AT_ONCE)
  try {
    const iam = boundIam(connection, region)
    const account = await accountIdOf(connection, region)
    return await Promise.all(
      arns.map(async (arn) => {
        const of = roleAddress(arn)
        if (of?.account !== account) return null
        const read = once(() => iam.send(new GetRoleCommand({ RoleName: of.name })))
        const { Role } = await read.catch(() => ({ Role: undefined }))
        return Role?.Arn === arn ? (Role.MaxSessionDuration ?? null) : null
      }),
    )
  } catch {
    return arns.map(() => null)
  }
}
