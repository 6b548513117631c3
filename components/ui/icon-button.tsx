import type { ComponentProps, ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import type { ButtonSize, ButtonVariant } from './button-class.ts'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'title' | 'aria-label'> & {
  /** The accessible name, shown as a tooltip too. */
  label: string
  /** What the tooltip says besides. */
  hint?: string | undefined
  icon: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
}

export function IconButton({
  label,
  hint,
  icon,
  variant = 'ghost',
  size = 'md',
  type = 'button',
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={hint ? `${label}\n${hint}` : label}
      className={`${buttonClass(variant, size, 'icon')} ${className}`}
    >
      {icon}
    </button>
  )
}
