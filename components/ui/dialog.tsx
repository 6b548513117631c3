'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { nextFocus } from './next-focus.ts'
import { Shown } from './shown.tsx'

type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** Default true: a dialog that is mounted is open. */
  open?: boolean
  /** Asked to close by Esc, a press outside, or the close button. */
  onOpenChange: (open: boolean) => void
  /** False while work runs that must not be left by accident: only the dialog's own buttons close it. */
  dismissible?: boolean
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** What gets the focus at first; by default the first control. */
  initialFocus?: ComponentProps<typeof Base.Popup>['initialFocus']
  /** Buttons at the foot. A submit button there names its form: `<Button type="submit" form={id}>`. */
  footer?: ReactNode
  children?: ReactNode
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-4xl' }

/**
 * A modal dialog. Heavy: mount it through `next/dynamic` when it first opens. Focus returns to where it was, or goes on
 * where that is gone.
 */
export function Dialog(props: DialogProps) {
  const {
    title,
    description,
    open = true,
    onOpenChange,
    dismissible = true,
    size = 'md',
    initialFocus,
    footer,
    children,
  } = props
  const [before] = useState(() => document.activeElement)
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={!dismissible}
      onOpenChange={(next, details) => {
        if (!next && !dismissible) details.cancel()
        else onOpenChange(next)
      }}
    >
      <Base.Portal>
        <Base.Backdrop
          data-backdrop=""
          className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Base.Viewport className="fixed inset-0 z-40 grid items-start justify-items-center overflow-hidden p-2 pt-[min(12vh,6rem)] max-sm:items-end">
          <Base.Popup
            initialFocus={initialFocus}
            finalFocus={() => (canTakeFocus(before) ? true : nextFocus())}
            className={`relative flex max-h-full w-full flex-col overflow-hidden rounded-xl border border-line-strong bg-raised shadow-dialog outline-none transition-[opacity,translate] duration-120 data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 ${widths[size]}`}
          >
            <div className={`px-5 pt-4 pb-3 ${dismissible ? 'pr-14' : ''}`}>
              <Base.Title className="text-lg font-semibold tracking-tight wrap-anywhere text-ink">
                <Shown>{title}</Shown>
              </Base.Title>
              {description && (
                <Base.Description className="mt-1 wrap-anywhere text-soft">
                  <Shown>{description}</Shown>
                </Base.Description>
              )}
            </div>
            {children && <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-5 py-3">{footer}</div>
            )}
            {dismissible && (
              <Base.Close
                render={<IconButton label="Close" size="sm" icon={<X />} className="absolute top-3.5 right-3.5" />}
              />
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

const canTakeFocus = (element: Element | null) =>
  element !== null && element.isConnected && element !== document.body && !element.matches(':disabled')
