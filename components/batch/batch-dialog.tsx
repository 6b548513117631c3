'use client'

import { useId, useRef, type ReactNode } from 'react'
import { notDone } from '#lib/client/run-batches.ts'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { LeaveGuard } from '../save/leave-guard.tsx'
import { TypedWord, useTypedWord } from '../save/typed-word.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchReport } from './batch-report.tsx'
import type { BatchWords } from './batch-words.ts'
import type { BatchRun } from './use-batch.ts'

type BatchDialogProps = {
  words: BatchWords
  batch: BatchRun
  count: number
  /** What has to be typed before it starts; the count where there are many, unless told otherwise. */
  typed?: string | number | null
  /** What else is still to be given, in words, or null. */
  missing?: string | null
  /** Reads anew what turned out to be other than shown, in place of another attempt. */
  look?: { pending: boolean; onLook: () => void } | null
  /** The same with the AWS CLI, where AWS has such an operation. */
  command?: () => string
  onClose: () => void
  /** What it does, said before it starts. */
  children: ReactNode
}

/** From this many on, the count must be typed. */
const TYPED_ABOVE = 60

/** Says what a batch does, does it with progress, and reports each item that is left. */
export function BatchDialog(props: BatchDialogProps) {
  const { words, batch, count, typed = null, look = null, command, onClose, children } = props
  const { state, waiting, doneBefore, start, stopping, stop, retry } = batch
  const form = useId()
  const typedField = useRef<HTMLInputElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const word = useTypedWord(typed ?? (count > TYPED_ABOVE ? count : null))
  const missing = word.missing ?? props.missing ?? null
  const confirmed = missing === null
  const title = `${words.verb} ${words.count(count)}`
  const running = state?.phase === 'running'
  const ended = state !== null && !running
  const shown = { words, doneBefore, total: count }
  return (
    <Dialog
      title={title}
      size={state ? 'lg' : 'md'}
      dismissible={!running}
      initialFocus={() => typedField.current ?? cancel.current}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {state === null && (
            <>
              {missing !== null && (
                <p id={`${form}-missing`} className="mr-auto self-center text-xs text-soft">
                  {missing}
                </p>
              )}
              <Button ref={cancel} onClick={onClose}>
                Cancel
              </Button>
              <Button
                variant="danger"
                disabled={!confirmed}
                type="submit"
                form={form}
                aria-describedby={missing === null ? undefined : `${form}-missing`}
              >
                {title}
              </Button>
            </>
          )}
          {running && (
            <Button pending={stopping} onClick={stop}>
              Stop
            </Button>
          )}
          {ended && look && (
            <Button pending={look.pending} onClick={look.onLook}>
              Look again
            </Button>
          )}
          {ended && !look && notDone(state) > 0 && <Button onClick={retry}>Retry</Button>}
          {ended && (
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          )}
        </>
      }
    >
      {state === null && (
        <form
          id={form}
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (confirmed) start()
          }}
        >
          {children}
          {word.field && <TypedWord {...word.field} ref={typedField} />}
          {command && <CopyAsCli command={command} />}
        </form>
      )}
      <LeaveGuard
        active={running}
        loses={`The ${words.noun} is under way. It ends when this page is left: what is not ${words.past} by then stays.`}
      />
      {running && <BatchProgress {...shown} state={state} stopping={stopping} />}
      {ended && <BatchReport {...shown} state={state} waiting={waiting} />}
    </Dialog>
  )
}
