import type { Severity } from '#lib/findings/check.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const looks: Record<Severity, { tone: BadgeTone; label: string }> = {
  critical: { tone: 'danger', label: 'Critical' },
  high: { tone: 'danger', label: 'High' },
  medium: { tone: 'warning', label: 'Medium' },
  low: { tone: 'neutral', label: 'Low' },
}

export const severityLabel = (severity: Severity): string => looks[severity].label

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge tone={looks[severity].tone}>{severityLabel(severity)}</Badge>
}
