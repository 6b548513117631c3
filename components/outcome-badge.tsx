import type { AuditOutcome } from '#lib/history/audit-entry.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const looks: Record<AuditOutcome, { tone: BadgeTone; label: string; meaning: string }> = {
  succeeded: { tone: 'success', label: 'Succeeded', meaning: 'The service did it.' },
  failed: { tone: 'danger', label: 'Failed', meaning: 'The service, or Lifeguard, did not do it.' },
  denied: { tone: 'warning', label: 'Denied', meaning: 'Lifeguard refused it before it was sent.' },
  unknown: {
    tone: 'warning',
    label: 'Unknown',
    meaning: 'It may or may not have happened: no answer came, none was recorded, or it is still running.',
  },
}

/** The word for an outcome. */
export const outcomeLabel = (outcome: AuditOutcome): string => looks[outcome].label

export function OutcomeBadge({ outcome }: { outcome: AuditOutcome }) {
  const { tone, label, meaning } = looks[outcome]
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}
