import type { ComponentProps, ReactNode } from 'react'
import { controlClass } from './control-class.ts'

export type TextInputProps = ComponentProps<'input'> & {
  /** Decoration at the start of the box, such as a magnifying glass. */
  icon?: ReactNode
  /** Ids and other machine text. */
  mono?: boolean
  /** Layout of the outer box. */
  className?: string
}

export function TextInput({ icon, mono = false, type = 'text', className = '', ...rest }: TextInputProps) {
  return (
    <span className={`relative block ${className}`}>
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-faint [&_svg]:size-4">
          {icon}
        </span>
      )}
      <input
        autoComplete="off"
        spellCheck={mono ? false : undefined}
        {...rest}
        type={type}
        className={`${controlClass} h-8 [&[readonly]]:bg-hover ${icon ? 'pl-8' : ''} ${mono ? 'font-mono' : ''}`}
      />
    </span>
  )
}
