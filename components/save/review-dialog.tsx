'use client'

import { useId, useRef, useState, type ReactNode } from 'react'
import { clashes as clashesOf } from '#lib/facts/clashes.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ActStatus } from './act-status.tsx'
import { ClashChoices, type Side } from './clash-choices.tsx'
import type { Review } from './use-reviewed-save.ts'
import WhoChanged from './who-changed.tsx'

export type ReviewDialogProps = {
  title: string
  review: Review
  /** What the change means for users, where it takes something away. */
  consequences?: ReactNode
  /** What else is told before a save, and why the save still waits. */
  gate?: { shown: ReactNode; missing: string | null }
  /** The AWS CLI command that saves the same, where there is one. */
  command?: (() => string) | undefined
  saveLabel: string
  /** Where closing leads; a form unless told otherwise. */
  backLabel?: string
}

/** The last look before a save. It closes only by the operator or by a save that worked. */
export default function ReviewDialog(props: ReviewDialogProps) {
  const { title, review, consequences, gate, command, saveLabel, backLabel = 'Back to the form' } = props
  const { act, changes, theirs, conflict, isOpen, partly, looking, pool, since, save, reapply, look, close } = review
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  const clashes = conflict && !looking ? clashesOf(review.differencesWith) : []
  const left = clashes.filter(({ unit }) => chosen[unit] === undefined).length
  const saving = act.isPending
  const back = useRef<HTMLButtonElement>(null)
  const missing = useId()
  const part = 'Only a part was saved; what is below was not'
  return (
    <Dialog
      title={title}
      size="lg"
      initialFocus={back}
      dismissible={!saving}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          {left > 0 && (
            <p id={missing} className="mr-auto self-center text-xs text-soft">
              {left === 1 ? 'Choose whose change is to stay.' : `Choose whose change is to stay, ${left} times.`}
            </p>
          )}
          <Button ref={back} onClick={close} disabled={saving}>
            {backLabel}
          </Button>
          {conflict ? (
            <Button
              variant="primary"
              pending={looking}
              disabled={left > 0}
              aria-describedby={left > 0 ? missing : undefined}
              onClick={() => {
                reapply((unit) => chosen[unit] ?? 'theirs')
                setChosen({})
              }}
            >
              {clashes.length > 0 ? 'Apply what I chose' : 'Reapply my changes'}
            </Button>
          ) : isOpen ? (
            <Button variant="primary" pending={looking} onClick={look}>
              Look again
            </Button>
          ) : (
            <Button variant="primary" pending={saving} denied={gate?.missing ?? null} onClick={save}>
              {saveLabel}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        <ActStatus
          act={act}
          failed={partly ? part : 'Nothing was saved'}
          unknown="It is not known whether this was saved"
          done={part}
        />
        {clashes.length > 0 && <ClashChoices clashes={clashes} chosen={chosen} onChoose={setChosen} />}
        {conflict && theirs && (
          <section aria-label="Their change">
            <h3 className="mb-2 font-medium">Changed by somebody else meanwhile</h3>
            {pool && (
              <div className="-mt-1 mb-2 text-soft">
                <WhoChanged pool={pool} found={theirs} since={since} />
              </div>
            )}
            <ConfigurationDiff label="Their change" changes={theirs} />
          </section>
        )}
        {consequences && <Callout tone="warning">{consequences}</Callout>}
        {gate?.shown && (
          <Callout tone="warning">
            <div className="space-y-3">{gate.shown}</div>
          </Callout>
        )}
        <section aria-label="Your change">
          {conflict && <h3 className="mb-2 font-medium">Your changes</h3>}
          <ConfigurationDiff label="Your change" changes={changes} />
        </section>
        {command && <CopyAsCli command={command} />}
      </div>
    </Dialog>
  )
}
