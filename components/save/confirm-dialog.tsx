'use client'

import { useId, useRef, type ComponentProps, type ReactNode, type SubmitEvent } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ActStatus, isOpenEnd } from './act-status.tsx'

type ConfirmDialogProps = {
  title: string
  description?: string
  size?: 'md' | 'lg'
  act: { isPending: boolean; error: unknown }
  confirmLabel: string
  variant?: 'danger' | 'primary'
  /** Everything is given that the act needs. */
  ready?: boolean
  /** Why the button is grey, where that does not go without saying: "Type disable to go on." */
  missing?: string | null
  /** What did not happen, and the same where nobody can tell. */
  failed: string
  unknown: string
  /** What else to do after a failure. */
  action?: ReactNode
  /** What was typed can be put right: only an unknown outcome takes the button away. */
  correctable?: boolean
  lookLabel?: string
  /** Looking shows what it finds in the dialog itself, which stays. */
  looksInside?: boolean
  onConfirm: () => void
  /** Reads anew what the dialog shows, after it turned out to be other than shown or nobody knows. */
  onLook: () => void
  onClose: () => void
  /** What gets the focus at first; where something is lost by it, what does nothing unless told otherwise. */
  initialFocus?: ComponentProps<typeof Dialog>['initialFocus']
  children: ReactNode
}

/** The last look before an act. It closes only by the operator or by an act that worked. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, size = 'md', act, confirmLabel, variant = 'danger', ready = true, children } = props
  const {
    missing = null,
    failed,
    unknown,
    action,
    correctable = false,
    lookLabel = 'Look again',
    looksInside = false,
    initialFocus,
    onConfirm,
    onLook,
    onClose,
  } = props
  const form = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const code = act.error ? errorShape(act.error).code : null
  const isOpen = isOpenEnd(act.error)
  const mustLook = isOpen || (!correctable && (code === 'CONFLICT' || code === 'NOT_FOUND'))

  function submit(event: SubmitEvent) {
    event.preventDefault()
    // React hands on what is submitted in a dialog that was opened from within this one.
    const isOwn = event.target === event.currentTarget
    if (isOwn && ready && !mustLook) onConfirm()
  }
  function look() {
    onLook()
    if (!looksInside) onClose()
  }
  /** Whatever may have happened is not left as it was before. */
  const close = isOpen && !looksInside ? look : onClose
  return (
    <Dialog
      title={title}
      description={description}
      size={size}
      initialFocus={initialFocus ?? (variant === 'danger' ? cancel : undefined)}
      dismissible={!act.isPending}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          {missing !== null && !mustLook && (
            <p id={`${form}-missing`} className="mr-auto self-center text-xs text-soft">
              {missing}
            </p>
          )}
          <Button ref={cancel} onClick={close} disabled={act.isPending}>
            Cancel
          </Button>
          {mustLook ? (
            <Button variant="primary" onClick={look}>
              {lookLabel}
            </Button>
          ) : (
            <Button
              variant={variant}
              type="submit"
              form={form}
              disabled={!ready}
              pending={act.isPending}
              aria-describedby={missing === null ? undefined : `${form}-missing`}
            >
              {confirmLabel}
            </Button>
          )}
        </>
      }
    >
      <form id={form} className="space-y-4" onSubmit={submit}>
        <ActStatus act={act} failed={failed} unknown={unknown} action={action} />
        {children}
      </form>
    </Dialog>
  )
}
