import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { notKept } from '#lib/history/deletion-snapshot.ts'
import { askedFacts } from '#lib/history/asked-facts.ts'
import { EntryReason } from './entry-reason.tsx'
import { ConfigurationDiff } from './configuration-diff.tsx'
import { DefinitionList } from './ui/definition-list.tsx'
import { MonoId } from './ui/mono-id.tsx'
import { ForeignText } from './ui/foreign-text.tsx'
import { SentenceList } from './ui/sentence-list.tsx'
import { grouped } from '#lib/core/grouped.ts'

/** What an operation changed or why it did not, and how to find it in the service's own logs. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const { outcome, error, requestId, ownRequestId, durationMs, changes, input, deleted } = entry
  return (
    <div className="space-y-2">
      {outcome === 'unknown' && (
        <p className="text-soft">
          {error
            ? 'It was sent and no answer came: it may or may not have happened.'
            : 'No outcome was recorded: it is still running, or it may or may not have happened.'}
        </p>
      )}
      <EntryReason entry={entry} />
      {error && (
        <p className="wrap-anywhere text-danger-ink">
          {error.name && <span className="mr-1.5 font-mono text-xs">{error.name}</span>}
          <ForeignText text={error.message} lines />
        </p>
      )}
      {changes.length > 0 && (
        <ConfigurationDiff label={changes.some(({ isAnswer }) => isAnswer) ? 'Answer' : 'Changes'} changes={changes} />
      )}
      {deleted && (
        <div className="text-soft">
          <p>Not kept of the pool:</p>
          <SentenceList label="Not kept of the pool" sentences={notKept(deleted)} />
        </div>
      )}
      {changes.length === 0 && input && (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm text-xs text-soft hover:text-ink">
            What it was asked to do
          </summary>
          <div className="mt-1.5 rounded-lg border border-line p-2">
            <DefinitionList
              items={askedFacts(input).map(({ label, value }) => ({
                term: label,
                detail: <ForeignText text={value} lines />,
              }))}
            />
          </div>
        </details>
      )}
      {(requestId || ownRequestId || durationMs !== null) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-faint">
          {requestId && (
            <span>
              AWS request ID <MonoId value={requestId} shorten="never" copyLabel="Copy request ID" />
            </span>
          )}
          {ownRequestId && (
            <span>
              Lifeguard request ID <MonoId value={ownRequestId} shorten="never" copyLabel="Copy Lifeguard request ID" />
            </span>
          )}
          {durationMs !== null && <span>{`${grouped(durationMs)} ms`}</span>}
        </p>
      )}
    </div>
  )
}
