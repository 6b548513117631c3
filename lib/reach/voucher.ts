import { decide } from '../policies/decide.ts'
import { layersOfRole } from './reach-of.ts'
import type { KnownPolicies } from './role-policies.ts'

/** What makes tokens for developer users, and with that an identity for anybody whom the caller names. */
const VOUCHING = 'cognito-identity:GetOpenIdTokenForDeveloperIdentity'

/** A role that may vouch for developer users. `on`: condition keys on which it depends; `policies`: those that allow it. */
export type Voucher = { arn: string; decision: 'allowed' | 'depends'; on: string[]; policies: string[] }

/** A role of which it is not known, and the IAM action that is lacking, where it is that. */
export type UnreadVoucher = { arn: string; lacks: string | null }

export type VoucherPage = { vouchers: Voucher[]; unread: UnreadVoucher[]; read: number; nextCursor: string | null }

/** Whether a role may vouch for the developer users of a pool; null when it may not. */
export function voucherOf(arn: string, known: KnownPolicies, poolArn: string): Voucher | null {
  const question = { action: VOUCHING, resource: poolArn, context: {}, absent: [] }
  const { decision, on, by } = decide(layersOfRole(known, false), question)
  if (decision === 'denied') return null
  const allowing = by.filter(({ layer, statement }) => layer === 'identity' && statement.effect === 'Allow')
  return { arn, decision, on, policies: [...new Set(allowing.map(({ policy }) => known.policies[policy]?.name ?? ''))] }
}
