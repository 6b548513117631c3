'use client'

import { useRouter } from 'next/navigation'
import { useId, useState, type SubmitEvent } from 'react'
import { DeletionConsequences } from '#components/delete-identities/deletion-consequences.tsx'
import { beginErasure } from '#components/erase/erasures.ts'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { may } from '#lib/auth/permissions.ts'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { erasureRecordPath } from '#lib/core/paths.ts'
import { erasedCount } from '#lib/erasure/erased-count.ts'
import { namesThePerson } from '#lib/erasure/names-the-person.ts'
import { newRecord } from '#lib/erasure/new-record.ts'
import type { ErasableRow } from '#lib/erasure/once-each.ts'
import type { FoundNote, PersonSearch } from '#lib/erasure/person-search.ts'

type EraseDialogProps = {
  search: PersonSearch
  rows: readonly ErasableRow[]
  /** Notes of others that name the person: those to be deleted and those that stay. */
  notes: readonly FoundNote[]
  notesLeft: readonly FoundNote[]
  leftOut: readonly ErasableRow[]
  session: ConsoleSession
  onClose: () => void
}

/** The one review before a person is erased. */
export default function EraseDialog({ search, rows, notes, notesLeft, leftOut, session, onClose }: EraseDialogProps) {
  const router = useRouter()
  const form = useId()
  const why = useReason()
  const [typed, setTyped] = useState('')
  const count = rows.length || notes.length
  const title = `Erase ${erasedCount(rows.length, notes.length)}`
  const fromLog = session.erasesFromLog && may(session.actor.role, 'audit:erase')
  const identifiers = [...search.identifiers, ...rows.flatMap(({ userIdentifiers }) => userIdentifiers)]
  const named = fromLog && why.reason !== null ? namesThePerson(why.reason, identifiers) : null
  const isTyped = [String(count), 'erase'].includes(typed.trim().toLowerCase())
  const missing = !isTyped
    ? `Type ${count} or erase to go on.`
    : !why.ready
      ? 'Give a reason to go on.'
      : named !== null
        ? 'Give a reason that does not name the person.'
        : null

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (missing !== null) return
    const { actor, connections } = session
    const untouched = new Map(
      connections.flatMap(({ id, readOnly }) =>
        readOnly ? [[id, 'The connection is read-only: its notes and its part of the audit log stay.'] as const] : [],
      ),
    )
    const record = newRecord({ search, rows, notes, notesLeft, by: actor, reason: why.reason, untouched })
    beginErasure(record, leftOut, fromLog)
    router.push(erasureRecordPath(record.runId))
  }
  const notesOn = rows.reduce((sum, row) => sum + row.notes, 0)
  return (
    <Dialog
      title={title}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {missing !== null && (
            <p id={`${form}-missing`} className="mr-auto self-center text-xs text-soft">
              {missing}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            type="submit"
            form={form}
            disabled={missing !== null}
            aria-describedby={missing === null ? undefined : `${form}-missing`}
          >
            {title}
          </Button>
        </>
      }
    >
      <form id={form} className="space-y-4" onSubmit={submit}>
        <ul aria-label="Identities" className="max-h-48 overflow-y-auto">
          {rows.map(({ identityId, pool, userIdentifiers }) => (
            <li key={identityId} className="py-0.5 wrap-anywhere">
              <span className="font-mono text-xs">{identityId}</span>{' '}
              <span className="text-soft">{[pool?.name, ...userIdentifiers].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
        {rows.length > 0 && <DeletionConsequences count={count} pool={null} />}
        <Callout>
          <ul className="list-disc space-y-1 pl-4">
            {notesOn > 0 && (
              <li>{notesOn === 1 ? 'The note on them is deleted.' : `The ${notesOn} notes on them are deleted.`}</li>
            )}
            {notes.length > 0 && (
              <li>
                {notes.length === 1
                  ? 'The chosen note of another identity that names them is deleted.'
                  : `The ${notes.length} chosen notes of other identities that name them are deleted.`}
              </li>
            )}
            <li>{logSentence(session, fromLog)}</li>
            {search.unsearched.length > 0 && (
              <li>What could not be searched is named in the record. It is not erased there.</li>
            )}
          </ul>
        </Callout>
        <ReasonField {...why.field} />
        <TextField
          label={`Type ${count} or erase to confirm`}
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}

function logSentence({ erasesFromLog, actor }: ConsoleSession, fromLog: boolean): string {
  if (fromLog)
    return 'What names the person is taken out of the audit log as well. Then the record on the next page is the only thing that has it: print or save it there.'
  return erasesFromLog
    ? `Your role, ${actor.role}, may not erase from the audit log, which keeps what it says of the person until an admin erases it.`
    : 'The audit log keeps what it says of the person: this Lifeguard does not erase from it.'
}
