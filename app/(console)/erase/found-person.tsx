'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { UnsearchedList } from '#components/erase/unsearched-list.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { ProgressBar } from '#components/ui/progress-bar.tsx'
import { AppError } from '#lib/core/errors.ts'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { denial } from '#lib/connections/denial.ts'
import { ledNowhere } from '#lib/erasure/led-nowhere.ts'
import { notesOfOthers } from '#lib/erasure/notes-of-others.ts'
import { onceEach } from '#lib/erasure/once-each.ts'
import type { PersonSearch, Unsearched } from '#lib/erasure/person-search.ts'
import { erasedCount } from '#lib/erasure/erased-count.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { NotesThatName } from './notes-that-name.tsx'
import { PersonTable } from './person-table.tsx'
import type { SearchState } from './use-person-search.ts'

const EraseDialog = dynamic(() => import('./erase-dialog.tsx'), { ssr: false })

type FoundPersonProps = { state: SearchState; session: ConsoleSession; onAskAgain: () => void }

/** What a search found, what of it is to be erased, and what nobody could search. */
export function FoundPerson({ state, session, onAskAgain }: FoundPersonProps) {
  const { keys, running, search, failure } = state
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [erasing, setErasing] = useState(false)
  const { connections } = session
  const readOnly = new Set(connections.flatMap(({ id, readOnly: fixed }) => (fixed ? [id] : [])))
  const rows = onceEach(search?.found ?? [], readOnly)
  const deniedOf = (row: { connectionId: string }) => denial(session, row.connectionId, 'identities:delete')
  const chosen = rows.filter((row) => deniedOf(row) === null && !left.has(row.identityId))
  const notes = notesOfOthers(search?.notes ?? [], chosen)
  const chosenNotes = notes.filter((note) => deniedOf(note) === null && !left.has(note.noteId))
  const nowhere = search ? ledNowhere(keys, search) : []
  const choose = (id: string, isChosen: boolean) =>
    setLeft(new Set(isChosen ? [...left].filter((one) => one !== id) : [...left, id]))
  const nameOf = (id: string) => connections.find((one) => one.id === id)?.name ?? id
  const role = denial({ ...session, connections: [] }, '', 'identities:delete')
  const unsearched = [...(search?.unsearched ?? []), ...otherRoles(session)]

  if (failure) return <FailureState title="The search could not go on" error={new AppError(failure)} />
  return (
    <div className="space-y-6">
      {running && (
        <ProgressBar label="Search progress" value={search?.answered ?? 0} max={search?.asked ?? 0} tone="accent" />
      )}
      <p role="status" className="text-soft">
        {sentence(running, search, rows.length)}
      </p>
      {rows.length > 0 && (
        <PersonTable
          rows={rows}
          nameOf={nameOf}
          isChosen={(row) => !left.has(row.identityId)}
          deniedOf={deniedOf}
          onChoose={({ identityId }, isChosen) => choose(identityId, isChosen)}
        />
      )}
      {notes.length > 0 && (
        <NotesThatName
          notes={notes}
          nameOf={nameOf}
          isChosen={({ noteId }) => !left.has(noteId)}
          deniedOf={deniedOf}
          onChoose={({ noteId }, isChosen) => choose(noteId, isChosen)}
        />
      )}
      {!running && rows.length > 0 && nowhere.length > 0 && (
        <Callout title="Not everything that you gave led somewhere">
          Nothing that could be searched knows {list(nowhere)}. Identifiers are compared letter by letter, capitals
          included.
        </Callout>
      )}
      {!running && rows.length === 0 && (
        <Callout title="No identity of this person was found">
          Nothing that could be searched knows {list([...keys.identifiers, ...keys.identityIds])}. Identifiers are
          compared letter by letter, capitals included.
        </Callout>
      )}
      {!running && rows.length + notes.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="danger"
            denied={role}
            disabled={role !== null || chosen.length + chosenNotes.length === 0}
            onClick={() => setErasing(true)}
          >
            {`Erase ${erasedCount(chosen.length, chosenNotes.length)}`}
          </Button>
          {role && <p className="text-soft">{role}</p>}
        </div>
      )}
      {!running && search && <UnsearchedList places={unsearched} nameOf={nameOf} onAskAgain={onAskAgain} />}
      {erasing && search && (
        <EraseDialog
          search={{ ...search, unsearched }}
          rows={chosen}
          notes={chosenNotes}
          notesLeft={notes.filter((note) => !chosenNotes.includes(note))}
          leftOut={rows.filter((row) => !chosen.includes(row))}
          session={session}
          onClose={() => setErasing(false)}
        />
      )}
    </div>
  )
}

function sentence(running: boolean, search: PersonSearch | null, count: number): string {
  const found = count === 0 ? 'No identity found' : `${identityCount(count)} found`
  if (!search) return 'Reading which pools there are…'
  if (running) return `${search.answered} of ${search.asked} questions answered. ${found} so far.`
  return `${search.asked} questions asked. ${found}.`
}

const list = (items: readonly string[]): string => items.join(', ')

function otherRoles({ otherConnections: count, actor }: ConsoleSession): Unsearched[] {
  if (count === 0) return []
  const detail = `${count === 1 ? '1 connection' : `${count} connections`} that your role, ${actor.role}, may not use`
  return [{ why: 'other role', connectionId: null, region: null, poolId: null, poolName: null, detail }]
}
