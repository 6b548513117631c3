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
  /** Why it may not be pressed, or null. It keeps its place among what the keyboard reaches, which is told why. */
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
  disabled,
  title = denied ?? undefined,
  className = '',
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const isDenied = denied !== null && disabled === undefined
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      title={title}
      className={`${buttonClass(variant, size)} ${className}`}
      aria-disabled={pending || isDenied || undefined}
      data-denied={isDenied || undefined}
      onClick={pending || isDenied ? ignore : onClick}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  )
}

function ignore(event: MouseEvent) {
  event.preventDefault()
}
