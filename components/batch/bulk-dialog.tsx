'use client'

import { useId, useRef, type ReactNode } from 'react'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { TYPED_ABOVE } from '../save/typed-above.ts'
import { TypedWord, useTypedWord } from '../save/typed-word.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** What a bulk act says before it starts, and what has to be given for it. */
export type BulkReview = {
  count: number
  /** What has to be typed before it starts; the count where there are many, unless told otherwise. */
  typed?: string | number | null
  /** What else is still to be given, in words, or null. */
  missing?: string | null
  /** The same with the AWS CLI, where AWS has such an operation. */
  command?: () => string
  onClose: () => void
  /** What it does, said before it starts. */
  children: ReactNode
}

type BulkDialogProps = BulkReview & {
  title: string
  /** What the button that starts it says, where that is not the title. */
  confirm?: string
  /** It destroys nothing. */
  harmless?: boolean
  /** The review takes more room. */
  wide?: boolean
  onStart: () => void
  /** What takes the place of the review once it was started. */
  started: { body: ReactNode; footer: ReactNode; dismissible: boolean } | null
}

/** Says what a bulk act does, has it confirmed, and then shows how it goes on. */
export function BulkDialog(props: BulkDialogProps) {
  const {
    title,
    confirm = title,
    harmless = false,
    wide = false,
    count,
    typed = null,
    command,
    started,
    children,
  } = props
  const { onStart, onClose } = props
  const form = useId()
  const typedField = useRef<HTMLInputElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const word = useTypedWord(typed ?? (count > TYPED_ABOVE ? count : null))
  const missing = word.missing ?? props.missing ?? null
  const confirmed = missing === null
  return (
    <Dialog
      title={title}
      size={started || wide ? 'lg' : 'md'}
      dismissible={started?.dismissible ?? true}
      initialFocus={() => typedField.current ?? cancel.current}
      onOpenChange={(open) => !open && onClose()}
      footer={
        started?.footer ?? (
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
              variant={harmless ? 'primary' : 'danger'}
              disabled={!confirmed}
              type="submit"
              form={form}
              aria-describedby={missing === null ? undefined : `${form}-missing`}
            >
              {confirm}
            </Button>
          </>
        )
      }
    >
      {started?.body ?? (
        <form
          id={form}
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (confirmed) onStart()
          }}
        >
          {children}
          {word.field && <TypedWord {...word.field} ref={typedField} />}
          {command && <CopyAsCli command={command} />}
        </form>
      )}
    </Dialog>
  )
}
