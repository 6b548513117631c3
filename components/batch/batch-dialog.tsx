'use client'

import { useId, useState, type ReactNode } from 'react'
import { notDone } from '#lib/client/run-batches.ts'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchReport } from './batch-report.tsx'
import type { BatchWords } from './batch-words.ts'
import type { BatchRun } from './use-batch.ts'

type BatchDialogProps = {
  words: BatchWords
  batch: BatchRun
  count: number
  /** The same with the AWS CLI, where AWS has such an operation. */
  command?: () => string
  onClose: () => void
  /** What it does, said before it starts. */
  children: ReactNode
}

/** From this many on, the count must be typed. */
const TYPED_ABOVE = 60

/** Says what a batch does, does it with progress, and reports each item that is left. */
export function BatchDialog({ words, batch, count, command, onClose, children }: BatchDialogProps) {
  const { state, waiting, doneBefore, start, stopping, stop, retry } = batch
  const form = useId()
  const [typed, setTyped] = useState('')
  const confirmed = count <= TYPED_ABOVE || typed.replaceAll(/[\s,._]/g, '') === String(count)
  const title = `${words.verb} ${words.count(count)}`
  const running = state?.phase === 'running'
  const ended = state !== null && !running
  const shown = { words, doneBefore, total: count }
  return (
    <Dialog
      title={title}
      size={state ? 'lg' : 'md'}
      dismissible={!running}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {state === null && (
            <>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="danger" disabled={!confirmed} type="submit" form={form}>
                {title}
              </Button>
            </>
          )}
          {running && (
            <Button pending={stopping} onClick={stop}>
              Stop
            </Button>
          )}
          {ended && notDone(state) > 0 && <Button onClick={retry}>Retry</Button>}
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
          {count > TYPED_ABOVE && (
            <TextField
              label={`Type ${count} to confirm`}
              inputMode="numeric"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {command && <CopyAsCli command={command} />}
        </form>
      )}
      {running && <BatchProgress {...shown} state={state} stopping={stopping} />}
      {ended && <BatchReport {...shown} state={state} waiting={waiting} />}
    </Dialog>
  )
}
