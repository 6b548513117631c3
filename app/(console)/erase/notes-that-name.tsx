import { Card } from '#components/ui/card.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import type { FoundNote } from '#lib/erasure/person-search.ts'

type NotesThatNameProps = {
  notes: readonly FoundNote[]
  nameOf: (connectionId: string) => string
  isChosen: (note: FoundNote) => boolean
  /** Why a note cannot be deleted, or null. */
  deniedOf: (note: FoundNote) => string | null
  onChoose: (note: FoundNote, isChosen: boolean) => void
}

/** Notes on other identities whose text names the person; each can be left out. */
export function NotesThatName({ notes, nameOf, isChosen, deniedOf, onChoose }: NotesThatNameProps) {
  return (
    <Section
      title="Notes of others that name them"
      description="They are on identities that are not erased, and are deleted with the erasure where chosen."
    >
      <Card>
        <ul aria-label="Notes of others that name them" className="space-y-3">
          {notes.map((note) => {
            const denied = deniedOf(note)
            return (
              <li key={note.noteId} className="wrap-anywhere">
                <Checkbox
                  checked={denied === null && isChosen(note)}
                  disabled={denied !== null}
                  onChange={(event) => onChoose(note, event.target.checked)}
                  label={<ForeignText text={note.text} />}
                  hint={[`${note.identityId}, ${nameOf(note.connectionId)}`, denied].filter(Boolean).join('. ')}
                />
              </li>
            )
          })}
        </ul>
      </Card>
    </Section>
  )
}
