import type { AuditOutcome } from '#lib/history/audit-entry.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const looks: Record<AuditOutcome, { tone: BadgeTone; label: string; meaning: string }> = {
  succeeded: { tone: 'plain', label: 'Succeeded', meaning: 'The service did it.' },
  failed: { tone: 'danger', label: 'Failed', meaning: 'The service, or Lifeguard, did not do it.' },
  denied: { tone: 'warning', label: 'Denied', meaning: 'Lifeguard refused it before it was sent.' },
  unknown: {
    tone: 'warning',
    label: 'Unknown',
    meaning: 'It may or may not have happened: no answer came, none was recorded, or it is still running.',
  },
}

const byAws = {
  tone: 'danger',
  label: 'Failed: refused by AWS',
  meaning: 'It was sent, and AWS refused it for want of a permission.',
} as const

/** The word for an outcome. */
export const outcomeLabel = (outcome: AuditOutcome): string => looks[outcome].label

type OutcomeBadgeProps = {
  outcome: AuditOutcome
  /** It failed because AWS refused it. */
  refused?: boolean
}

export function OutcomeBadge({ outcome, refused = false }: OutcomeBadgeProps) {
  const { tone, label, meaning } = refused ? byAws : looks[outcome]
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}
