import { Shown } from '../ui/shown.tsx'
import { patterns } from '#lib/core/limits.ts'
import type { TrustFinding, TrustUse } from '#lib/iam-roles/trust-finding.ts'
import type { useRoleChoices } from './role-choices.tsx'

type RoleTrustProps = {
  arn: string
  users: TrustUse['users']
  iam: NonNullable<ReturnType<typeof useRoleChoices>['iam']>
}

const tones: Record<TrustFinding['severity'], string> = {
  blocks: 'text-danger-ink',
  warns: 'text-warning-ink',
  notes: 'text-soft',
}

const isRole = (arn: string): boolean => patterns.roleArn.test(arn)

const account = (arn: string): string => arn.split(':')[4] ?? ''

/** What IAM says of a typed role's trust, in a line each. */
export function RoleTrust({ arn, users, iam }: RoleTrustProps) {
  if (!isRole(arn) || !iam.data) return null
  const { accountId, roles, others } = iam.data
  const role = roles.find((one) => one.arn === arn)
  if (role) return <TrustLines findings={role[users]} />
  if (others.includes(arn)) return <Line tone="blocks">Its trust policy does not name Amazon Cognito.</Line>
  if (accountId === null) return <Line tone="notes">Its trust policy is not read: IAM lists no role here.</Line>
  return account(arn) === accountId ? (
    <Line tone="blocks">There is no such role in this account.</Line>
  ) : (
    <Line tone="notes">A role of another account: its trust policy is not read.</Line>
  )
}

/** A trust policy's findings; one line when there are none. */
export function TrustLines({ findings }: { findings: TrustFinding[] }) {
  if (findings.length === 0) return <Line tone="notes">Its trust policy fits this pool.</Line>
  return findings.map(({ severity, message }) => (
    <Line key={message} tone={severity}>
      {message}
    </Line>
  ))
}

function Line({ tone, children }: { tone: TrustFinding['severity']; children: string }) {
  return (
    <span className={`block wrap-anywhere ${tones[tone]}`}>
      <Shown>{children}</Shown>
    </span>
  )
}
