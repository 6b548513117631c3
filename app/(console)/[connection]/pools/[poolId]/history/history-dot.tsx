import type { AuditOutcome } from '#lib/history/audit-entry.ts'
import type { EntryKind } from '#lib/history/entry-kind.ts'

const shapes: Record<EntryKind, string> = {
  pool: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  people: 'M3.5 3.5h9v9h-9z',
  test: 'M8 2.5l6 10.5h-12z',
  finding: 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z',
}

/** In the colour of the word for the outcome. */
const tones: Record<AuditOutcome, string> = {
  succeeded: 'text-accent',
  failed: 'text-danger',
  denied: 'text-warning',
  unknown: 'text-warning',
}

/** A point on the line of a history: its shape says what it is about, and it is hollow where it was not done. */
export function HistoryDot({ kind, outcome }: { kind: EntryKind; outcome: AuditOutcome }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`absolute left-3.5 mt-0.5 size-4 self-start ${tones[outcome]}`}
    >
      <path
        d={shapes[kind]}
        className={outcome === 'succeeded' ? 'fill-current' : 'fill-surface'}
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  )
}
