'use client'

import { useId } from 'react'
import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'

type SectionProps = {
  title: string
  description?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of a page under a heading of its own; put a `Card` or a table inside. */
export function Section({ title, description, actions, className = '', children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`min-w-0 ${className}`}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-base font-semibold wrap-anywhere text-ink">
            <Shown>{title}</Shown>
          </h2>
          {description && (
            <p className="mt-0.5 max-w-2xl wrap-anywhere text-soft">
              <Shown>{description}</Shown>
            </p>
          )}
        </div>
        {/* A heading stands at the same height with buttons beside it and without. */}
        {actions && <div className="flex flex-wrap gap-2 sm:-my-1">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
