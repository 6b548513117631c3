'use client'

import type { ReactNode } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import type { FactChange } from '#lib/facts/facts.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { FailureState } from '../failure-state.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'

type ReviewDialogProps = {
  title: string
  /** What the operator is about to save. */
  changes: FactChange[]
  /** What the change means for users, where it takes something away. */
  consequences?: ReactNode
  /** The AWS CLI command that saves the same, where there is one. */
  command?: (() => string) | undefined
  saveLabel: string
  /** Where closing leads; a form unless told otherwise. */
  backLabel?: string
  saving: boolean
  error: unknown
  /** Some of the changes are saved already: those that are left are shown. */
  partly?: boolean
  /** After a conflict: what somebody else changed meanwhile; null while that is being read. */
  theirs: FactChange[] | null
  onSave: () => void
  /** After a conflict: puts the operator's changes on top of the present state and opens the review again. */
  onReapply: () => void
  onClose: () => void
}

/** The last look before a save. It closes only by the operator or by a save that worked. */
export default function ReviewDialog(props: ReviewDialogProps) {
  const { title, changes, consequences, command, saveLabel, saving, error, partly = false, theirs } = props
  const { backLabel = 'Back to the form', onSave, onReapply, onClose } = props
  const code = error ? errorShape(error).code : null
  const conflict = code === 'CONFLICT'
  return (
    <Dialog
      title={title}
      size="lg"
      dismissible={!saving}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose} disabled={saving}>
            {backLabel}
          </Button>
          {conflict ? (
            <Button variant="primary" disabled={theirs === null} onClick={onReapply}>
              Reapply my changes
            </Button>
          ) : (
            <Button variant="primary" pending={saving} onClick={onSave}>
              {saveLabel}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        {error ? <FailureState title={failureTitle(code, partly)} error={error} compact /> : null}
        {conflict && theirs && (
          <section aria-label="Their change">
            <h3 className="mb-2 font-medium">Changed by somebody else meanwhile</h3>
            <ConfigurationDiff label="Their change" changes={theirs} />
          </section>
        )}
        {consequences && <Callout tone="warning">{consequences}</Callout>}
        <section aria-label="Your change">
          {conflict && <h3 className="mb-2 font-medium">Your changes</h3>}
          <ConfigurationDiff label="Your change" changes={changes} />
        </section>
        {command && <CopyAsCli command={command} />}
      </div>
    </Dialog>
  )
}

function failureTitle(code: string | null, partly: boolean) {
  if (code === 'UNKNOWN_OUTCOME') return 'It is not known whether this was saved'
  return partly ? 'Only a part was saved; what is below was not' : 'Nothing was saved'
}
