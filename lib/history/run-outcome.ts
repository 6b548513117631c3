import type { AuditEntry, AuditOutcome } from './audit-entry.ts'

/** What counts most of several outcomes comes first. */
const gravest = ['unknown', 'failed', 'denied', 'succeeded'] as const

/** How an entry ended; one that stands for a run ended as badly as the worst of its batches. */
export const outcomeOf = ({ run, outcome }: Pick<AuditEntry, 'run' | 'outcome'>): AuditOutcome =>
  run ? (gravest.find((one) => run.outcomes[one] > 0) ?? outcome) : outcome
