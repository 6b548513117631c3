import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import type { ButtonSize, ButtonVariant } from './button-class.ts'

type ButtonLinkProps = {
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  className?: string
  /** What else happens on the way. */
  onClick?: () => void
  children: ReactNode
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({
  href,
  variant = 'secondary',
  size = 'md',
  icon,
  className = '',
  onClick,
  children,
}: ButtonLinkProps) {
  return (
    <Link href={href} onClick={onClick} className={`${buttonClass(variant, size)} ${className}`}>
      {icon}
      {children}
    </Link>
  )
}
