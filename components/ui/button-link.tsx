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
  children: ReactNode
}

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function ButtonLink({
  href,
  variant = 'secondary',
  size = 'md',
  icon,
  className = '',
  children,
}: ButtonLinkProps) {
  return (
    <Link href={href} className={`${buttonClass(variant, size)} ${className}`}>
      {icon}
      {children}
    </Link>
  )
}
