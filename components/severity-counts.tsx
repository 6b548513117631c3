import type { Severity } from '#lib/findings/check.ts'
import { severityLabel, severityTone } from './severity-badge.tsx'
import { Badge } from './ui/badge.tsx'

/** So many findings of each severity: a number and a letter to the eye, words to everybody else. */
export function SeverityCounts({ counts }: { counts: ReadonlyMap<Severity, number> }) {
  return (
    <span className="inline-flex gap-1">
      {[...counts].map(([severity, count]) => {
        const label = severityLabel(severity)
        return (
          <Badge key={severity} tone={severityTone(severity)} title={`${count} ${label.toLowerCase()}`}>
            <span aria-hidden="true">{`${count} ${label[0]}`}</span>
            <span className="sr-only">{`${count} ${label.toLowerCase()}`}</span>
          </Badge>
        )
      })}
    </span>
  )
}
