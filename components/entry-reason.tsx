import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { ForeignText } from './ui/foreign-text.tsx'
import { TimeStamp } from './ui/time-stamp.tsx'

/** Why something was done, in the actor's words, and when what names a person was erased from the entry. */
export function EntryReason({ entry: { reason, erasedAt } }: { entry: Pick<AuditEntry, 'reason' | 'erasedAt'> }) {
  return (
    <>
      {reason && (
        <p className="wrap-anywhere">
          <span className="text-soft">Reason: </span>
          <ForeignText text={reason} />
        </p>
      )}
      {erasedAt !== null && (
        <p className="text-soft">
          What named a person was erased on <TimeStamp value={erasedAt} /> UTC.
        </p>
      )}
    </>
  )
}
