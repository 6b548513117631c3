import type { ReactNode } from 'react'

/** A bordered surface; `flush` leaves the padding to its content. */
export function Card({
  flush = false,
  className = '',
  children,
}: {
  flush?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <div
      className={`min-w-0 rounded-lg border border-line bg-surface ${flush ? 'overflow-hidden' : 'p-4'} ${className}`}
    >
      {children}
    </div>
  )
}
