'use client'

import { useId, useState, type ReactNode, type SubmitEvent } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { errorShape } from '#lib/core/errors.ts'

const WORD = 'disable'

type UnlinkFrameProps = {
  /** Who or what is unlinked. */
  what: string
  /** It is the last login, so the identity goes with it. */
  disables: boolean
  consequences: ReactNode
  ready?: boolean
  pending: boolean
  error: unknown
  /** What is left to do after this failure. */
  remedy?: ReactNode
  command: () => string
  onUnlink: () => void
  /** Reads the identity again, after it turned out to be other than shown or nobody knows. */
  onLookAgain: () => void
  onClose: () => void
  children?: ReactNode
}

/** The last look before something is unlinked. */
export function UnlinkFrame(props: UnlinkFrameProps) {
  const { what, disables, consequences, ready = true, pending, error, remedy, command, children } = props
  const { onUnlink, onLookAgain, onClose } = props
  const form = useId()
  const [typed, setTyped] = useState('')
  const code = error ? errorShape(error).code : null
  const moot = code === 'UNKNOWN_OUTCOME' || code === 'CONFLICT' || code === 'NOT_FOUND'
  const allowed = ready && (!disables || typed.trim() === WORD)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (allowed && !moot && !pending) onUnlink()
  }

  return (
    <Dialog
      title={`Unlink ${what}`}
      size="lg"
      dismissible={!pending}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          {moot ? (
            <Button
              variant="primary"
              onClick={() => {
                onLookAgain()
                onClose()
              }}
            >
              Look again
            </Button>
          ) : (
            <Button variant="danger" type="submit" form={form} disabled={!allowed} pending={pending}>
              {disables ? 'Unlink and disable this identity' : 'Unlink'}
            </Button>
          )}
        </>
      }
    >
      <form id={form} className="space-y-4" onSubmit={submit}>
        {error ? (
          <FailureState
            title={code === 'UNKNOWN_OUTCOME' ? 'Nobody knows whether it was unlinked' : 'Nothing was unlinked'}
            error={error}
            compact
          />
        ) : null}
        {remedy}
        <Callout
          tone={disables ? 'danger' : 'warning'}
          title={disables ? 'This is the last login: the identity is lost for good' : 'What this does'}
        >
          {consequences}
        </Callout>
        {children}
        {disables && (
          <Field label={`Type ${WORD} to confirm`}>
            {(control) => <TextInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />}
          </Field>
        )}
        <CopyAsCli command={command} />
      </form>
    </Dialog>
  )
}
