import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

type TextareaProps = ComponentProps<'textarea'> & { mono?: boolean }

export function Textarea({ mono = false, rows = 4, className = '', ...rest }: TextareaProps) {
  return (
    <textarea
      spellCheck={mono ? false : undefined}
      {...rest}
      rows={rows}
      className={`${controlClass} block min-h-16 [&[readonly]]:bg-hover resize-y py-1.5 ${mono ? 'font-mono' : ''} ${className}`}
    />
  )
}
