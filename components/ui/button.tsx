import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import type { ButtonSize, ButtonVariant } from './button-class.ts'
import { Spinner } from './spinner.tsx'

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Work is under way: the button keeps its focus and its words but ignores presses. */
  pending?: boolean
  /** Why it may not be pressed, or null. */
  denied?: string | null
  /** Layout only (margins, width): the look comes from `variant` and `size`. */
  className?: string
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  pending = false,
  denied = null,
  disabled = denied !== null,
  title = denied ?? undefined,
  className = '',
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      title={title}
      className={`${buttonClass(variant, size)} ${className}`}
      aria-disabled={pending || undefined}
      onClick={pending ? ignore : onClick}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  )
}

function ignore(event: MouseEvent) {
  event.preventDefault()
}
