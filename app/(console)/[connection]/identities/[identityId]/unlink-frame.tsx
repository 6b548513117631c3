'use client'

import { useState, type ReactNode } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'

const WORD = 'disable'

type UnlinkFrameProps = {
  /** Who or what is unlinked. */
  what: string
  /** It is the last login, so the identity goes with it. */
  disables: boolean
  consequences: ReactNode
  ready?: boolean
  act: { isPending: boolean; error: unknown }
  /** What is left to do after this failure. */
  remedy?: ReactNode
  command: () => string
  onUnlink: () => void
  onLookAgain: () => void
  onClose: () => void
  children?: ReactNode
}

/** The last look before something is unlinked. */
export function UnlinkFrame(props: UnlinkFrameProps) {
  const { what, disables, consequences, ready = true, act, remedy, command, children } = props
  const { onUnlink, onLookAgain, onClose } = props
  const [typed, setTyped] = useState('')
  return (
    <ConfirmDialog
      title={`Unlink ${what}`}
      size="lg"
      act={act}
      confirmLabel={disables ? 'Unlink and disable this identity' : 'Unlink'}
      ready={ready && (!disables || typed.trim() === WORD)}
      failed="Nothing was unlinked"
      unknown="Nobody knows whether it was unlinked"
      onConfirm={onUnlink}
      onLook={onLookAgain}
      onClose={onClose}
    >
      {remedy}
      <Callout
        tone={disables ? 'danger' : 'warning'}
        title={disables ? 'This is the last login: the identity is lost for good' : 'What this does'}
      >
        {consequences}
      </Callout>
      {children}
      {disables && (
        <TextField label={`Type ${WORD} to confirm`} value={typed} onChange={(event) => setTyped(event.target.value)} />
      )}
      <CopyAsCli command={command} />
    </ConfirmDialog>
  )
}
