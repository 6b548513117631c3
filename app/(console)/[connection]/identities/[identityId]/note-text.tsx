import { ForeignText } from '#components/ui/foreign-text.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { IdentityNote } from '#lib/identity-notes/identity-note.ts'

/** A note as it was written, by whom and when. */
export function NoteText({ note: { text, writtenBy, writtenAt, edited } }: { note: IdentityNote }) {
  return (
    <>
      <p className="wrap-anywhere whitespace-pre-wrap">
        <ForeignText text={text} lines />
      </p>
      <p className="mt-1 text-xs text-soft">
        {writtenBy}, <TimeStamp value={writtenAt} /> UTC
        {edited && (
          <>
            ; edited by {edited.by}, <TimeStamp value={edited.at} /> UTC
          </>
        )}
      </p>
    </>
  )
}
