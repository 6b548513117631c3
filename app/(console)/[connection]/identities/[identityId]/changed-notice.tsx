'use client'

import { operationLabel } from '#lib/history/operation-label.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { aboutIdentity } from '#lib/history/about-identity.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'

type ChangedNoticeProps = {
  identityId: string
  /** What the audit log tells of since the page was read. */
  later: readonly AuditEntry[]
  onSeen: () => void
}

export default function ChangedNotice({ identityId, later, onSeen }: ChangedNoticeProps) {
  const done = later.filter(({ outcome }) => outcome === 'succeeded')
  const open = later.filter(({ outcome }) => outcome === 'unknown')
  return (
    <div role="alert" className="mb-4">
      <Callout
        tone="warning"
        title="This identity was changed meanwhile"
        action={
          <Button size="sm" onClick={onSeen}>
            Understood
          </Button>
        }
      >
        <p>
          The page shows it as it is now.{' '}
          {done.length > 0
            ? 'What was done:'
            : open.length === 0 && 'Lifeguard did not do it: an app or another tool did.'}
        </p>
        <Acts acts={done} identityId={identityId} />
        {open.length > 0 && (
          <>
            <p>Nobody knows whether this was done, for its answer never came:</p>
            <Acts acts={open} identityId={identityId} />
          </>
        )}
      </Callout>
    </div>
  )
}

function Acts({ acts, identityId }: { acts: readonly AuditEntry[]; identityId: string }) {
  if (acts.length === 0) return null
  return (
    <ul className="list-disc pl-4">
      {acts.map((entry) => (
        <li key={entry.operationId} className="wrap-anywhere">
          {operationLabel(entry.operation)}
          <What text={aboutIdentity(entry, identityId).what} />, by {entry.actor.name} ({entry.actor.role}),{' '}
          <TimeStamp value={entry.startedAt} /> UTC
        </li>
      ))}
    </ul>
  )
}

function What({ text }: { text: string | null }) {
  if (text === null) return null
  return (
    <>
      {' '}
      (<ForeignText text={text} />)
    </>
  )
}
