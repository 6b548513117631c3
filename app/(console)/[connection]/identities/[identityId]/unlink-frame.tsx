'use client'

import type { ReactNode } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, type useReason } from '#components/save/reason-field.tsx'
import { TypedWord, useTypedWord } from '#components/save/typed-word.tsx'
import { Callout } from '#components/ui/callout.tsx'

type Reason = ReturnType<typeof useReason>

type UnlinkFrameProps = {
  /** Who or what is unlinked. */
  what: string
  /** It is the last login, so the identity goes with it. */
  disables: boolean
  consequences: ReactNode
  /** What is still to be given besides, in words, or null. */
  missing?: string | null
  reason: Reason
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
  const { what, disables, consequences, reason, act, remedy, command, children } = props
  const { onUnlink, onLookAgain, onClose } = props
  const word = useTypedWord(disables ? 'disable' : null)
  const missing = props.missing ?? word.missing ?? (reason.ready ? null : 'Give a reason to go on.')
  return (
    <ConfirmDialog
      title={`Unlink ${what}`}
      size="lg"
      act={act}
      confirmLabel={disables ? 'Unlink and disable this identity' : 'Unlink'}
      ready={missing === null}
      missing={missing}
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
      <ReasonField {...reason.field} />
      {word.field && <TypedWord {...word.field} />}
      <CopyAsCli command={command} />
    </ConfirmDialog>
  )
}
