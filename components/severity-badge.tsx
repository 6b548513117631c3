import type { Severity } from '#lib/findings/check.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const looks: Record<Severity, { tone: BadgeTone; label: string }> = {
  critical: { tone: 'danger', label: 'Critical' },
  high: { tone: 'danger', label: 'High' },
  medium: { tone: 'warning', label: 'Medium' },
  low: { tone: 'neutral', label: 'Low' },
}

export const severityLabel = (severity: Severity): string => looks[severity].label

export const severityTone = (severity: Severity): BadgeTone => looks[severity].tone

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge tone={severityTone(severity)}>{severityLabel(severity)}</Badge>
}
