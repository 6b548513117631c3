import { auditEntryPath, auditRunPath } from '../core/paths.ts'
import type { AuditEntry, AuditOutcome } from './audit-entry.ts'

/** What counts most of several outcomes comes first. */
const gravest = ['unknown', 'failed', 'denied', 'succeeded'] as const

/** When an entry began; one that stands for a run with its first batch. */
export const beganAt = ({ run, startedAt }: Pick<AuditEntry, 'run' | 'startedAt'>): number =>
  run?.startedAt ?? startedAt

/** Where an entry is told; one that stands for a run as that. */
export const pathOf = ({ run, operationId }: Pick<AuditEntry, 'run' | 'operationId'>): string =>
  run ? auditRunPath(operationId) : auditEntryPath(operationId)

/** How an entry ended; one that stands for a run ended as badly as the worst of its batches. */
export const outcomeOf = ({ run, outcome }: Pick<AuditEntry, 'run' | 'outcome'>): AuditOutcome =>
  run ? (gravest.find((one) => run.outcomes[one] > 0) ?? outcome) : outcome

/** What an entry is called by; one that stands for an erasure by that, whichever of its steps it is. */
export const operationOf = ({ run, operation }: Pick<AuditEntry, 'run' | 'operation'>): string =>
  run?.isErasure ? 'ErasePerson' : operation

/** Whether AWS refused it: it was sent and failed for want of a permission. */
export const isRefusedByService = ({ run, outcome, error }: Pick<AuditEntry, 'run' | 'outcome' | 'error'>): boolean =>
  run === null && outcome === 'failed' && error?.code === 'DENIED'
