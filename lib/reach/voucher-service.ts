import 'server-only'
import { ListRolesCommand } from '@aws-sdk/client-iam'
import { boundIam } from '../aws/iam-client.ts'
import { poolArn } from '../aws/pool-arn.ts'
import type { Connection } from '../config/schema.ts'
import { regionOfId } from '../core/limits.ts'
import { readRolePolicies } from './policies-service.ts'
import { voucherOf, type UnreadVoucher, type Voucher, type VoucherPage } from './voucher.ts'

/** Each role takes four calls or more, and IAM answers few a second. */
const PAGE = 20
/** AWS's own services act with these, and nobody else. */
const OF_SERVICES = ':role/aws-service-role/'

/**
 * A page of the account's roles, with those that may vouch for a pool's developer users. A role that cannot be read is
 * told with what is lacking. Errors: `VALIDATION` where IAM is not read, `DENIED` without `iam:ListRoles`.
 */
export async function readVouchers(
  connection: Connection,
  poolId: string,
  cursor: string | undefined,
): Promise<VoucherPage> {
  const region = regionOfId(poolId)
  const resource = await poolArn(connection, poolId)
  const page = await boundIam(connection, region).send(new ListRolesCommand({ Marker: cursor, MaxItems: PAGE }))
  const arns = (page.Roles ?? []).flatMap(({ Arn }) => Arn ?? []).filter((arn) => !arn.includes(OF_SERVICES))
  const vouchers: Voucher[] = []
  const unread: UnreadVoucher[] = []
  for (const role of await readRolePolicies(connection, region, arns)) {
    const voucher = role.known ? voucherOf(role.arn, role.value, resource) : null
    if (voucher) vouchers.push(voucher)
    if (!role.known) unread.push({ arn: role.arn, lacks: role.error.iamAction ?? null })
  }
  return {
    vouchers,
    unread,
    read: page.Roles?.length ?? 0,
    nextCursor: page.IsTruncated ? (page.Marker ?? null) : null,
  }
}
