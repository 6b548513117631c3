'use client'

import { Shown } from './shown.tsx'
import { UnseenHint } from './unseen-hint.tsx'
import { useUnseenText } from './use-unseen-text.ts'
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'

type RowFieldControl = {
  id: string
  'aria-label': string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

type RowFieldProps = {
  /** The accessible name, which the head of the column shows: "Key of tag 2". */
  label: string
  /** What is seen of its name above the control, where no head of a column shows it: "Key". */
  caption?: string
  error?: string | undefined
  className?: string
  children: (control: RowFieldControl) => ReactNode
}

/** One control in a row of several, its whole name told to assistive technology only, its error under it. */
export function RowField({ label, caption, error, className = '', children }: RowFieldProps) {
  const id = useId()
  const unseen = useUnseenText(id)
  const described = [error && `${id}-error`, unseen && `${id}-unseen`].filter(Boolean).join(' ')
  return (
    <div className={`min-w-0 ${className}`}>
      {caption && (
        <label htmlFor={id} className="mb-1 block text-xs text-soft">
          {caption}
        </label>
      )}
      {children({
        id,
        'aria-label': label,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-xs text-danger-ink">
          <CircleAlert className="size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            <Shown>{error}</Shown>
          </span>
        </p>
      )}
      {unseen && <UnseenHint id={`${id}-unseen`} text={unseen} />}
    </div>
  )
}
