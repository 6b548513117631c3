'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { auditKeys, identityFate } from '#lib/history/queries.ts'
import type { IdentityNote, NotesChange } from '#lib/identity-notes/identity-note.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { NewNote } from './new-note.tsx'
import { NoteItem } from './note-item.tsx'

const MergedNotes = dynamic(() => import('./merged-notes.tsx'), { ssr: false })
const NoteEditor = dynamic(() => import('./note-editor.tsx'), { ssr: false })

/** What the desk wrote about an identity, also when it is gone. */
export function IdentityNotes({ identity }: { identity: IdentityRef }) {
  const queryClient = useQueryClient()
  const query = useQuery(identityNotes(identity))
  const { data } = query
  const { data: fate } = useQuery(identityFate(identity))
  const mergedIds = [...new Set(fate?.mergedFrom.map(({ identityId }) => identityId))]
  const [draft, setDraft] = useState('')
  /** `note`: as it was when its text was taken. */
  const [editing, setEditing] = useState<{ note: IdentityNote; text: string } | null>(null)
  const denied = useDenial(identity.connectionId, 'identities:note')
  const edited = data?.find(({ noteId }) => noteId === editing?.note.noteId)

  /** Takes a change over at once, then reads what else became of them. */
  function changed(change: NotesChange = (notes) => notes) {
    const { queryKey } = identityNotes(identity)
    queryClient.setQueryData(queryKey, (notes) => notes && change(notes))
    void queryClient.invalidateQueries({ queryKey })
    void queryClient.invalidateQueries({ queryKey: auditKeys.identity(identity) })
  }

  return (
    <Section title="Notes" description="Kept by Lifeguard for everyone who may read notes, and not sent to AWS.">
      <LeaveGuard active={draft.trim() !== '' || (editing !== null && editing.text !== editing.note.text)} />
      <Card className="space-y-4">
        <Loaded query={query} title="The notes could not be read" skeleton="h-16" bare>
          {(notes) =>
            notes.length > 0 && (
              <ul aria-label="Notes" className="divide-y divide-line">
                {notes.map((note, index) => (
                  <li key={note.noteId} className="py-2.5 first:pt-0 last:pb-0">
                    {editing && edited === note ? (
                      <NoteEditor
                        identity={identity}
                        present={note}
                        editing={editing}
                        onEditing={setEditing}
                        onChanged={changed}
                      />
                    ) : (
                      <NoteItem
                        identity={identity}
                        note={note}
                        number={index + 1}
                        denied={denied}
                        onEdit={() => setEditing({ note, text: note.text })}
                        onChanged={changed}
                      />
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {mergedIds.length > 0 && <MergedNotes identity={identity} ids={mergedIds} />}
        {editing && data && !edited && (
          <Callout
            tone="warning"
            title="Somebody deleted the note that you were editing"
            action={
              <Button
                size="sm"
                onClick={() => {
                  setDraft(draft === '' ? editing.text : `${draft}\n\n${editing.text}`)
                  setEditing(null)
                }}
              >
                Put my text into a new note
              </Button>
            }
          />
        )}
        <NewNote identity={identity} text={draft} denied={denied} onText={setDraft} onChanged={changed} />
      </Card>
    </Section>
  )
}
