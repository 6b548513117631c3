'use client'

import { EntryFacts } from '#components/audit-entry/entry-facts.tsx'
import { EntryLinks } from '#components/audit-entry/entry-links.tsx'
import { CopyLink } from '#components/copy-link.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { pathOf } from '#lib/history/as-run.ts'
import { entryTitle } from '#lib/history/entry-summary.ts'

/** Everything that the log has of one entry, with its address. */
export default function EntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const path = pathOf(entry)
  return (
    <Dialog
      title={entryTitle(entry)}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={
        <EntryLinks
          entry={entry}
          first={
            <>
              <CopyLink path={path} />
              <ButtonLink href={path}>{entry.run ? 'Open the run' : 'Open the entry'}</ButtonLink>
            </>
          }
        />
      }
    >
      <EntryFacts entry={entry} asRun />
    </Dialog>
  )
}
