'use client'

import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'
import { UnseenHint } from './unseen-hint.tsx'
import { useUnseenText } from './use-unseen-text.ts'

/** Spread these on the control of a field. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** Label, hint and error of one control: `<Field label="Name">{(control) => <TextInput {...control} />}</Field>`. */
export function Field({ label, hint, error, optional = false, className = '', children }: FieldProps) {
  const id = useId()
  const unseen = useUnseenText(id)
  const described = [hint && `${id}-hint`, error && `${id}-error`, unseen && `${id}-unseen`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 flex items-baseline wrap-anywhere gap-2 font-medium text-ink">
        <Shown>{label}</Shown>
        {optional && <span className="text-xs font-normal text-faint">Optional</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-danger-ink">
          <CircleAlert className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            <Shown>{error}</Shown>
          </span>
        </p>
      )}
      {unseen && <UnseenHint id={`${id}-unseen`} text={unseen} />}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
